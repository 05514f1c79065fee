using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// One object of the catalogue's <c>kinds</c>, before the whole catalogue is known.
/// </summary>
internal sealed class DraftKind
{
    private readonly Func<IReadOnlyList<EventField>, EventKind> build;
    private readonly bool amends;

    private DraftKind(
        string name, bool amends, Func<IReadOnlyList<EventField>, EventKind> build)
    {
        Name = name;
        this.amends = amends;
        this.build = build;
    }

    public string Name { get; }

    public required Wording Label { get; init; }

    public required IReadOnlyList<(EventField Field, Place Place)> Fields { get; init; }

    /// <summary>The kinds that it names, each with its place.</summary>
    public required IReadOnlyList<(string Kind, Place Place)> Names { get; init; }

    public static DraftKind? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("kind");
        var label = CatalogueWords.Label(reader);
        reader.Text("source");
        var mends = reader.Boolean("mends") ?? false;
        var amends = reader.Boolean("amends") ?? false;
        var told = reader.Text("told");
        var relief = reader.Wording("relief");
        var raised = reader.Boolean("raised") ?? false;
        var maySend = reader.Boolean("maySend") ?? !raised;
        var actsOn = ReadActsOn(reader, mends, flaws);
        var decided = reader.Any("decidedOn");
        var offered = ReadOffered(reader, mends, flaws);
        reader.Require("fields");
        var fields = FieldReader.ReadAll(reader, flaws, EventCatalogue.EnvelopeNames);
        reader.Close();
        CheckTold(reader.Any("told"), fields, flaws);
        var decidedNotBefore = Decided(decided, fields, flaws);
        EventKind Build(IReadOnlyList<EventField> all) => new(name!, label, all)
        {
            ActsOn = actsOn,
            DecidedNotBefore = decidedNotBefore,
            Mends = mends,
            OfferedFor = offered?.Select(each => each.Kind).ToArray(),
            Amends = amends,
            Told = told,
            Relief = relief ?? EventKind.Repair,
            Raised = raised,
            MayBeSent = maySend,
        };
        return name is null ? null
            : new DraftKind(name, amends, Build) { Label = label, Fields = fields, Names = offered ?? [] };
    }

    /// <summary>
    /// The kind itself. One that amends may carry every field of the catalogue, none required and
    /// none with a default: it names the fields that it replaces.
    /// </summary>
    public EventKind Finish(IEnumerable<EventField> all)
    {
        var own = Fields.Select(field => field.Field).ToList();
        var names = own.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var others = amends
            ? all.Where(field => !names.Contains(field.Name))
                .OrderBy(field => field.Name, StringComparer.Ordinal)
            : Enumerable.Empty<EventField>();
        return build([.. own, .. others]);
    }

    /// <summary>What the kind says of the day of the decision: <c>{ "notBefore": [ … ] }</c>.</summary>
    /// <summary>What stands in braces is a field of the kind.</summary>
    private static void CheckTold(
        JsonPiece? told, IEnumerable<(EventField Field, Place Place)> fields, ICollection<Flaw> flaws)
    {
        string[] known = [.. fields.Select(each => each.Field.Name)];
        var named = (told?.Text ?? "").Split('{').Skip(1).Select(each => each.Split('}')[0]);
        foreach (var stray in named.Where(name => !known.Contains(name)))
        {
            flaws.Add(EventFlaws.NotListed(told!.Place, stray, known));
        }
    }

    private static IReadOnlyList<string> Decided(
        JsonPiece? piece, IEnumerable<(EventField Field, Place Place)> fields, ICollection<Flaw> flaws)
    {
        if (piece is null or { IsNull: true })
        {
            return [];
        }

        var reader = new ObjectReader(piece, flaws);
        var days = CatalogueWords.Texts(reader, "notBefore", flaws) ?? [];
        reader.Close();
        BoundsReader.CheckDays(
            piece, "decidedOn",
            fields.Where(each => each.Field.Type == FieldType.Date).Select(each => each.Field.Name), flaws);
        return days;
    }

    private static IReadOnlyList<(string Kind, Place Place)>? ReadOffered(
        ObjectReader reader, bool mends, ICollection<Flaw> flaws)
    {
        var list = reader.Any("offeredFor");
        if (CatalogueWords.Texts(reader, "offeredFor", flaws) is null)
        {
            return null;
        }

        if (!mends)
        {
            flaws.Add(NotMending(list!.Place));
        }

        return [.. list!.Items.Where(each => each.Text is not null).Select(each => (each.Text!, each.Place))];
    }

    private static Flaw NotMending(Place place) => new(
        "unknown-property", place,
        new Wording("只有 mends 的事件类型可写 offeredFor", "only a kind that mends has offeredFor"),
        new Wording("删去它，或写 mends", "remove it, or write mends"));

    private static ActsOn ReadActsOn(ObjectReader reader, bool mends, ICollection<Flaw> flaws)
    {
        var text = reader.Text("actsOn");
        ActsOn? said = text switch
        {
            null => mends ? ActsOn.Must : ActsOn.Never,
            "never" => ActsOn.Never,
            "may" => ActsOn.May,
            "must" => ActsOn.Must,
            _ => null,
        };
        if (said is null || (mends && said != ActsOn.Must))
        {
            flaws.Add(new Flaw(
                "value-not-listed", reader.Any("actsOn")!.Place,
                mends
                    ? new Wording("mends 的事件必须针对另一事件", "a kind that mends must act on an event")
                    : new Wording(
                        $"actsOn 不能是“{Spelling.Shown(text!)}”",
                        $"actsOn cannot be '{Spelling.Shown(text!)}'"),
                mends
                    ? new Wording("写 must，或删去 actsOn", "write must, or remove actsOn")
                    : new Wording("写 never、may 或 must", "write never, may or must")));
        }

        return said ?? ActsOn.Never;
    }
}
