using CreditScoring.Documents;
using CreditScoring.Enterprises;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>Walks once through the text of one event, from its first token to its last.</summary>
internal sealed class EventWalk
{
    private readonly Passage passage;
    private readonly EventCatalogue catalogue;
    private readonly EventTokens tokens;
    private readonly List<Flaw> flaws = [];
    private readonly ValueReader values;
    private readonly EventDraft draft = new();
    private readonly CloudAttributes? cloud;

    public EventWalk(Passage passage, EventCatalogue catalogue, HashSet<string> names, bool kept)
    {
        this.passage = passage;
        this.catalogue = catalogue;
        tokens = new EventTokens(passage, names);
        values = new ValueReader(tokens, flaws, kept);
        cloud = passage.Envelope == Envelope.Cloud ? new CloudAttributes(draft, catalogue, values) : null;
    }

    public EventReading Read(CaseTerms? terms)
    {
        try
        {
            tokens.Next();
            if (values.Is(JsonToken.StartObject, "事件对象 { … }", "an event { … }"))
            {
                var start = tokens.Spot;
                while (tokens.Next() != JsonToken.EndObject)
                {
                    ReadProperty();
                }

                cloud?.Close(start);
                new EnvelopeRules(draft, catalogue, values, passage.Envelope).Check(terms, start);
            }

            // Nothing but blanks may follow.
            tokens.Next();
        }
        catch (BrokenEvent broken)
        {
            flaws.Add(Damage() ?? broken.Flaw);
        }

        return Outcome(terms);
    }

    /// <summary>
    /// What a decoder left of another encoding, which may have taken a quote or a bracket with it.
    /// </summary>
    private Flaw? Damage() => TextDamage.FindLost(passage.Characters) is >= 0 and var at
        ? EventFlaws.Damaged(passage.At(passage.Start + at)) : null;

    private void ReadProperty()
    {
        var name = tokens.Text;
        var here = tokens.Spot;
        var index = passage.Envelope.IndexOf(name);
        tokens.Next();
        if (cloud?.Takes(name, here) == true)
        {
            return;
        }

        if (index < 0 || draft.Has((Property)index))
        {
            values.Add(index < 0
                ? EventFlaws.UnknownProperty(
                    tokens.At(here), name, catalogue.FieldTypeOf(name) is not null,
                    cloud is null ? passage.Envelope.Names : CloudAttributes.All)
                : EventFlaws.Twice(tokens.At(here), name));
            tokens.Skip();
        }
        else if (tokens.Token != JsonToken.Null)
        {
            draft.Note((Property)index, tokens.Spot);
            if (cloud?.Takes((Property)index) != true)
            {
                ReadValue((Property)index);
            }
        }
    }

    private void ReadValue(Property property)
    {
        switch (property)
        {
            case Property.Id: draft.Id = values.Id(); break;
            case Property.Source: draft.Source = values.Source(); break;
            case Property.Sequence: ReadSequence(); break;
            case Property.Kind: ReadKind(); break;
            case Property.Subject:
                draft.Subjects = new SubjectReader(values, catalogue).One();
                break;
            case Property.Subjects:
                draft.Subjects = new SubjectReader(values, catalogue)
                    .Several(out draft.NamesNobody);
                break;
            case Property.OccurredOn: draft.OccurredOn = values.Date(); break;
            case Property.DecidedOn: draft.DecidedOn = values.Date(); break;
            case Property.Region: ReadRegion(); break;
            case Property.Document: draft.Document = values.Identifying(); break;
            case Property.ActsOn: draft.Target = values.Target(); break;
            case Property.Data: ReadData(); break;
        }
    }

    private void ReadKind()
    {
        if (values.Id() is { } name && (draft.Layout = catalogue.LayoutOf(name)) is null)
        {
            values.Add(EventFlaws.UnknownKind(
                tokens.Here, name, catalogue.Kinds.Select(kind => (kind.Name, kind.Label))));
        }
    }

    private void ReadSequence()
    {
        var place = tokens.Spot;
        if (values.Number() is not { } number)
        {
            return;
        }

        if (number >= 0 && number <= long.MaxValue && decimal.Truncate(number) == number)
        {
            draft.Sequence = (long)number;
        }
        else
        {
            values.Add(EventFlaws.WrongNumber(tokens.At(place), EventFlaws.WholeFromZero));
        }
    }

    private void ReadRegion()
    {
        if (values.Id() is not { } text)
        {
            return;
        }

        if (Region.TryParse(text, out var region, out var flaw))
        {
            draft.Region = region!.Code;
        }
        else
        {
            values.Add(EventFlaws.WrongRegion(tokens.Here, flaw!.Value));
        }
    }

    private void ReadData()
    {
        // Usually the kind stands before its data; where it does not, it is looked up ahead.
        var layout = draft.Layout ?? (draft.Has(Property.Kind) ? null
            : EventLocator.TextOf(passage, "kind") is { } ahead ? catalogue.LayoutOf(ahead) : null);
        if (layout is null)
        {
            tokens.Skip();
            return;
        }

        var source = draft.Source ?? EventLocator.TextOf(passage, "source") ?? "";
        draft.Values = new FieldValues(values).Read(layout.Row, layout.Kind.Name, source);
    }

    private EventReading Outcome(CaseTerms? terms)
    {
        var id = new EventId(draft.Source ?? "", draft.Id ?? "");
        if (flaws.Count > 0)
        {
            return new EventReading(passage, id, null,
            [
                .. flaws.OrderBy(flaw => flaw.Place.Line).ThenBy(flaw => flaw.Place.Column),
            ]);
        }

        var read = new RegulatoryEvent(id, draft.Layout!.Kind, draft.OccurredOn!.Value)
        {
            Subjects = draft.Subjects.Count > 0 || draft.Layout.Kind.Mends || terms is null
                ? draft.Subjects : [new Named(null, terms.Subject!.Value)],
            DecidedOn = draft.DecidedOn,
            Region = draft.Region,
            Document = draft.Document,
            Sequence = draft.Sequence,
            Weight = catalogue.WeightOf(id.Source),
            ActsOn = draft.Target is { } target
                ? new EventId(target.Source ?? id.Source, target.Id) : null,
            Values = draft.Values!,
        };
        return new EventReading(passage, id, read, []);
    }
}
