using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Corrections;

/// <summary>Corrections as acts of the record, and acts of the record as corrections.</summary>
internal static class CorrectionActs
{
    public const string Proposed = "correction-proposed", Confirmed = "correction-confirmed",
        Refused = "correction-refused", Withdrawn = "correction-withdrawn";

    /// <summary>What ends one.</summary>
    public static readonly IReadOnlyDictionary<string, CorrectionState> Ends =
        new Dictionary<string, CorrectionState>
        {
            [Confirmed] = CorrectionState.Confirmed,
            [Refused] = CorrectionState.Refused,
            [Withdrawn] = CorrectionState.Withdrawn,
        };

    private const string TargetBegins = "correction:";

    public static string TargetOf(string id) => TargetBegins + id;

    /// <param name="region">Of the subject's file; null: not known.</param>
    public static Act Of(Correction proposed, string? region) =>
        new(proposed.By, Proposed, TargetOf(proposed.Id))
        {
            Region = region,
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("subjectKind", proposed.Subject.Kind);
                json.Property("subject", proposed.Subject.Id);
                json.Property("source", proposed.Target.Source);
                json.Property("actsOn", proposed.Target.Id);
                json.Property("kind", proposed.Kind);
                json.Property("reason", proposed.Reason);
                json.Property("event", proposed.Text);
                json.List("effects", proposed.Effects, Write);
                json.WriteEndObject();
            }),
        };

    /// <param name="what">One of <see cref="Ends"/>.</param>
    /// <param name="effects">What a confirmation is seen to change.</param>
    public static Act End(
        Correction correction, string what, string by, string? region, string? reason, bool isApart,
        IReadOnlyList<Effect> effects) => new(by, what, TargetOf(correction.Id))
        {
            Region = region,
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("reason", reason);
                json.Property("otherPerson", (bool?)isApart);
                json.List("effects", effects, Write);
                json.WriteEndObject();
            }),
        };

    /// <summary>What the acts of one target have made.</summary>
    /// <param name="acts">In order of position.</param>
    /// <returns>Null: nothing was proposed.</returns>
    public static Correction? Of(IEnumerable<KeptAct> acts) => acts.Aggregate(default(Correction), After);

    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static Correction? After(Correction? correction, KeptAct kept)
    {
        if (kept.Act.What == Proposed)
        {
            return correction ?? Read(kept.Act, kept.RecordedAt) ?? throw Unreadable(kept);
        }

        if (correction is null || !Ends.TryGetValue(kept.Act.What, out var state))
        {
            return correction;
        }

        // A confirmation is kept with its event and nowhere else. Should a worker have lost its lead while
        // another one refused, the event is in force, and so the correction is told as what it is.
        return correction.State == CorrectionState.Open || state == CorrectionState.Confirmed
            ? Ended(correction, state, kept) : correction;
    }

    /// <returns>Null: it cannot be read.</returns>
    public static Correction? Read(Act proposed, DateTimeOffset at)
    {
        var flaws = new List<Flaw>();
        if (Reader(proposed, flaws) is not { } reader)
        {
            return null;
        }

        var correction = new Correction(
            proposed.Target[TargetBegins.Length..],
            new Subject(reader.RequireText("subjectKind") ?? "", reader.RequireText("subject") ?? ""),
            new EventId(reader.RequireText("source") ?? "", reader.RequireText("actsOn") ?? ""),
            reader.RequireText("kind") ?? "")
        {
            Text = reader.RequireText("event") ?? "",
            Reason = reader.RequireText("reason") ?? "",
            By = proposed.Actor,
            At = at,
            Effects = Effects(reader),
        };
        return flaws.Count == 0 ? correction : null;
    }

    private static Correction Ended(Correction correction, CorrectionState state, KeptAct kept)
    {
        var reader = Reader(kept.Act, []) ?? throw Unreadable(kept);
        var ended = new Settlement(
            state, kept.Act.Actor, kept.RecordedAt, reader.Text("reason"),
            reader.Boolean("otherPerson") ?? false);
        var effects = Effects(reader);
        return correction with
        {
            Settlement = ended, Effects = state == CorrectionState.Confirmed ? effects : correction.Effects,
        };
    }

    private static ObjectReader? Reader(Act act, ICollection<Flaw> flaws) =>
        JsonDocumentReader.Read(new SourceText(act.Target, act.Body), out _) is { } body
            ? new ObjectReader(body, flaws) : null;

    private static IReadOnlyList<Effect> Effects(ObjectReader reader) =>
    [
        .. reader.List("effects").Select(each => new Effect(
            new Subject(each["subjectKind"]?.Text ?? "", each["subject"]?.Text ?? ""),
            each["regime"]?.Text ?? "")
        {
            TierBefore = each["tierBefore"]?.Text,
            TierAfter = each["tierAfter"]?.Text,
            PointsBefore = each["pointsBefore"]?.Number,
            PointsAfter = each["pointsAfter"]?.Number,
            Changes = each["changes"]?.Boolean ?? false,
        }),
    ];

    private static void Write(JsonTextWriter json, Effect effect)
    {
        json.WriteStartObject();
        json.Property("subjectKind", effect.Subject.Kind);
        json.Property("subject", effect.Subject.Id);
        json.Property("regime", effect.Regime);
        json.Property("tierBefore", effect.TierBefore);
        json.Property("tierAfter", effect.TierAfter);
        json.Property("pointsBefore", effect.PointsBefore);
        json.Property("pointsAfter", effect.PointsAfter);
        json.Property("changes", (bool?)effect.Changes);
        json.WriteEndObject();
    }

    private static InvalidDataException Unreadable(KeptAct kept) => new(
        $"act at {kept.Position}, {kept.Act.What} {kept.Act.Target}, cannot be read");
}
