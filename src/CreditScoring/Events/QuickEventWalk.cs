using System.Text.Json;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// One event on the quick way (<see cref="QuickEventReader"/>), from its first token to its last.
/// </summary>
internal ref struct QuickEventWalk
{
    private static readonly byte[][] Names =
        [.. Envelope.Own.Names.Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly EventCatalogue catalogue;
    private readonly bool kept;
    private QuickValues values;

    // Where data stands, while it is not known yet whose fields it has.
    private QuickValues data;
    private int seen;

    private string? id;
    private string? source;
    private long? sequence;
    private KindLayout? layout;
    private IReadOnlyList<Named> subjects;
    private DateOnly? occurredOn;
    private DateOnly? decidedOn;
    private string? region;
    private string? document;
    private (string? Source, string Id)? target;
    private object?[]? row;

    public QuickEventWalk(Utf8JsonReader json, EventCatalogue catalogue, bool kept)
    {
        (this.catalogue, this.kept, subjects) = (catalogue, kept, []);
        values = new QuickValues(json, kept);
    }

    /// <returns>False: not accepted.</returns>
    public bool Read()
    {
        if (values.Next() != JsonTokenType.StartObject)
        {
            return false;
        }

        while (values.Next() == JsonTokenType.PropertyName)
        {
            var index = IndexOfName();
            if (index < 0 || Has((Property)index))
            {
                return false;
            }

            if (values.Next() != JsonTokenType.Null)
            {
                seen |= 1 << index;
                if (!Value((Property)index))
                {
                    return false;
                }
            }
        }

        // Nothing but blanks may follow.
        return values.Next() == JsonTokenType.None && Data() && Holds();
    }

    /// <summary>What was read.</summary>
    public readonly RegulatoryEvent Event() => new(new EventId(source!, id!), layout!.Kind, occurredOn!.Value)
    {
        Subjects = subjects,
        DecidedOn = decidedOn,
        Region = region,
        Document = document,
        Sequence = sequence,
        Weight = catalogue.WeightOf(source!),
        ActsOn = Target,
        Values = row!,
    };

    private readonly EventId? Target =>
        target is { } named ? new EventId(named.Source ?? source!, named.Id) : null;

    private readonly bool Has(Property property) => (seen & (1 << (int)property)) != 0;

    private readonly int IndexOfName()
    {
        for (var index = 0; index < Names.Length; index++)
        {
            if (values.NameIs(Names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private bool Value(Property property) => property switch
    {
        Property.Id => (id = values.Id()) is not null,
        Property.Source => (source = values.Source()) is not null,
        Property.Sequence => (sequence = values.Count()) is not null,
        Property.Kind => (layout = catalogue.LayoutOf(values.Word(stackalloc char[QuickValues.LongestWord])))
            is not null,
        Property.Subject => One(),
        Property.Subjects => Several(),
        Property.OccurredOn => (occurredOn = values.Date()) is not null,
        Property.DecidedOn => (decidedOn = values.Date()) is not null,
        Property.Region => values.Id() is { } text && Region.TryParse(text, out var known, out _)
            && (region = known!.Code) is not null,
        Property.Document => (document = values.Identifying()) is not null,
        Property.ActsOn => (target = values.Target()) is not null,
        _ => LaterData(),
    };

    private bool One()
    {
        if (QuickSubject.Read(ref values, catalogue) is not { } named)
        {
            return false;
        }

        subjects = [named];
        return true;
    }

    private bool Several()
    {
        var list = QuickSubject.ReadList(ref values, catalogue);
        subjects = list ?? [];
        return list is not null;
    }

    private bool LaterData()
    {
        data = values;
        return values.Skip();
    }

    private bool Data()
    {
        if (layout is null || source is null)
        {
            return false;
        }

        row = Has(Property.Data) ? QuickRow.Read(ref data, layout.Row, source) : QuickRow.Absent(layout.Row);
        return row is not null;
    }

    /// <summary>What must hold between the properties (<see cref="EnvelopeRules"/>).</summary>
    private readonly bool Holds()
    {
        var kind = layout!.Kind;
        var names = Has(Property.Subject) || Has(Property.Subjects);
        return id is not null && occurredOn is not null
            && !(Has(Property.Subject) && Has(Property.Subjects))
            && names != kind.Mends
            && (target is null ? kind.ActsOn != ActsOn.Must : kind.ActsOn != ActsOn.Never)
            && Target != new EventId(source!, id)
            && !(kind.Raised && !kind.MayBeSent)
            && (kept || DayOrder.Broken(kind, occurredOn, decidedOn, row).Count == 0);
    }
}
