using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.RandomDraws;

/// <summary>Draws as acts of the record, and acts of the record as draws.</summary>
internal static class DrawActs
{
    public const string Prepared = "draw-prepared", Announced = "draw-announced",
        Sealed = "draw-secret-sealed", Made = "draw-made", Replaced = "draw-replaced",
        Withdrawn = "draw-withdrawn", List = "draw-list";

    private const string TargetBegins = "draw:", ListBegins = "draw-list:";

    /// <summary>Between fields, as the record keeps no control characters; no field has a blank.</summary>
    private const char Kept = ' ';

    private const int LinesOfAct = 2_000;

    public static string TargetOf(string id) => TargetBegins + id;

    public static string ListOf(string id) => ListBegins + id;

    /// <summary>The draw, and its list in portions: whoever reads the first need not read the rest.</summary>
    public static IReadOnlyList<Act> Of(RandomDraw draw, Population population) =>
    [
        Of(draw, draw.By, Prepared, DrawHeaderJson.Text(draw.Header)),
        .. population.Lines.Chunk(LinesOfAct).Select(lines => new Act(draw.By, List, ListOf(draw.Id))
        {
            Region = RegionOf(draw),
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("lines");
                json.Array(lines, (to, line) => to.WriteValue(line.Replace('\t', Kept)));
                json.WriteEndObject();
            }),
        }),
    ];

    /// <summary>The announcement to the octet, and the secret that only this service opens.</summary>
    public static IReadOnlyList<Act> Of(
        RandomDraw draw, string by, Announcement announced, string secret) =>
    [
        Of(draw, by, Sealed, Body(("sealed", secret))),
        Of(draw, by, Announced, OneLine(announced.Text)),
    ];

    public static Act Of(RandomDraw draw, string by, Proof proof) => Of(
        draw, by, proof.Replacements.Count == 0 ? Made : Replaced, OneLine(proof.Text));

    public static Act Withdrawal(RandomDraw draw, string by, string reason) =>
        Of(draw, by, Withdrawn, Body(("reason", reason)));

    /// <summary>What the acts of one target have made.</summary>
    /// <param name="acts">In order of position.</param>
    /// <returns>Null: nothing was prepared.</returns>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static RandomDraw? Of(IEnumerable<KeptAct> acts) => acts.Aggregate(default(RandomDraw), After);

    /// <summary>The lines of a portion of the frozen list.</summary>
    public static IEnumerable<string> LinesOf(KeptAct kept) =>
        JsonDocumentReader.Read(Source(kept), out _)?["lines"]?.Items
            .Select(each => each.Text?.Replace(Kept, '\t') ?? "") ?? throw Unreadable(kept);

    private static RandomDraw? After(RandomDraw? draw, KeptAct kept)
    {
        if (draw is null)
        {
            return kept.Act.What != Prepared ? null
                : new RandomDraw(
                    kept.Act.Target[TargetBegins.Length..],
                    DrawHeaderJson.Read(Source(kept)) ?? throw Unreadable(kept))
                {
                    By = kept.Act.Actor, At = kept.RecordedAt,
                };
        }

        return kept.Act.What switch
        {
            Sealed => draw with { Sealed = Said(kept, "sealed") ?? throw Unreadable(kept) },
            Announced => (draw with { Announced = Sound(kept, AnnouncementReader.Read) })
                .With(DrawState.Announced, kept, null),
            Made => (draw with { Proof = Sound(kept, ProofReader.Read) }).With(DrawState.Drawn, kept, null),
            Replaced => Replacing(draw, kept),
            Withdrawn => draw.With(DrawState.Withdrawn, kept, Said(kept, "reason")),
            _ => draw,
        };
    }

    private static RandomDraw Replacing(RandomDraw draw, KeptAct kept)
    {
        var proof = Sound(kept, ProofReader.Read);
        var last = proof.Replacements[^1];
        return (draw with { Proof = proof })
            .With(DrawState.Drawn, kept, $"{last.Out} → {last.In}：{last.Reason}");
    }

    private static RandomDraw With(this RandomDraw draw, DrawState state, KeptAct kept, string? said) =>
        draw with
        {
            Steps =
            [
                .. draw.Steps,
                new DrawStep(
                    state, kept.Act.Actor, kept.RecordedAt, said, DrawDesk.IsApart(draw, kept.Act.Actor)),
            ],
        };

    private static string? Said(KeptAct kept, string name) =>
        JsonDocumentReader.Read(Source(kept), out _)?[name]?.Text;

    private static T Sound<T>(KeptAct kept, Func<SourceText, ICollection<Flaw>, T?> read)
        where T : class
    {
        var flaws = new List<Flaw>();
        return read(Source(kept), flaws) is { } sound && flaws.Count == 0 ? sound : throw Unreadable(kept);
    }

    private static SourceText Source(KeptAct kept) => new(kept.Act.Target, kept.Act.Body);

    private static InvalidDataException Unreadable(KeptAct kept) =>
        new($"act at {kept.Position}, {kept.Act.What} {kept.Act.Target}, cannot be read");

    private static Act Of(RandomDraw draw, string by, string what, string body) =>
        new(by, what, TargetOf(draw.Id)) { Region = RegionOf(draw), Body = body };

    private static string Body(params (string Name, string? Value)[] members) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.Property(name, value);
        }

        json.WriteEndObject();
    });

    /// <summary>Line ends stand between members alone: without them it is the same object.</summary>
    private static string OneLine(string file) => file.ReplaceLineEndings("");

    private static string? RegionOf(RandomDraw draw) =>
        draw.Header.Region.Length == 0 ? null : draw.Header.Region;
}
