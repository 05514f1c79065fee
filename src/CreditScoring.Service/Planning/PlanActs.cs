using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Planning;

/// <summary>Plans as acts of the record, and acts of the record as plans.</summary>
internal static class PlanActs
{
    public const string Proposed = "plan-proposed", Content = "plan-content", Edited = "plan-edited",
        Revised = "plan-revised";

    /// <summary>What decides on one.</summary>
    public static readonly IReadOnlyDictionary<string, PlanState> Steps = new Dictionary<string, PlanState>
    {
        ["plan-approved"] = PlanState.Approved,
        ["plan-published"] = PlanState.Published,
        ["plan-refused"] = PlanState.Refused,
        ["plan-withdrawn"] = PlanState.Withdrawn,
    };

    private const string TargetBegins = "plan:";

    public static string TargetOf(string id) => TargetBegins + id;

    /// <summary>The proposal, and what it proposes: so that lists read the first alone.</summary>
    public static IReadOnlyList<Act> Of(ProposedPlan plan) =>
    [
        new(plan.By, Proposed, TargetOf(plan.Id))
        {
            Region = RegionOf(plan.Header), Body = HeaderText(plan.Header),
        },
        new(plan.By, Content, TargetOf(plan.Id))
        {
            Region = RegionOf(plan.Header), Body = VisitPlanJson.Text(plan.Plan!),
        },
    ];

    public static Act Of(ProposedPlan plan, PlanEdit edit) => new(edit.By, Edited, TargetOf(plan.Id))
    {
        Region = RegionOf(plan.Header),
        Body = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("kind", edit.Subject.Kind);
            json.Property("subject", edit.Subject.Id);
            json.Property("week", (decimal?)edit.Week);
            json.WritePropertyName("inspectors");
            json.Array(edit.Inspectors, (to, id) => to.WriteValue(id));
            json.Property("reason", edit.Reason);
            json.WriteEndObject();
        }),
    };

    /// <summary>What changed and why, and the whole as it is since.</summary>
    public static IReadOnlyList<Act> Of(ProposedPlan plan, PlanRevision revision, VisitPlan content) =>
    [
        new(revision.By, Revised, TargetOf(plan.Id))
        {
            Region = RegionOf(plan.Header),
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("madeOn", revision.MadeOn);
                json.Property("book", revision.Book);
                json.Property("reason", revision.Reason);
                json.WritePropertyName("changes");
                json.Array(revision.Changes, VisitPlanJson.Change.Write);
                json.WriteEndObject();
            }),
        },
        new(revision.By, Content, TargetOf(plan.Id))
        {
            Region = RegionOf(plan.Header), Body = VisitPlanJson.Text(content),
        },
    ];

    public static Act Of(ProposedPlan plan, PlanStep step) =>
        new(step.By, Steps.First(each => each.Value == step.State).Key, TargetOf(plan.Id))
        {
            Region = RegionOf(plan.Header),
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("reason", step.Reason);
                json.Property("otherPerson", (bool?)step.IsApart);
                json.WriteEndObject();
            }),
        };

    /// <summary>What the acts of one target have made.</summary>
    /// <param name="acts">In order of position.</param>
    /// <returns>Null: nothing was proposed.</returns>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static ProposedPlan? Of(IEnumerable<KeptAct> acts) => acts.Aggregate(default(ProposedPlan), After);

    private static ProposedPlan? After(ProposedPlan? plan, KeptAct kept)
    {
        var flaws = new List<Flaw>();
        var now = kept.Act.What switch
        {
            Proposed => new ProposedPlan(kept.Act.Target[TargetBegins.Length..], Header(Reader(kept, flaws)))
            {
                By = kept.Act.Actor, At = kept.RecordedAt,
            },
            Content when plan is not null => plan with
            {
                Plan = VisitPlanReader.Read(new SourceText(kept.Act.Target, kept.Act.Body), flaws),
            },
            Edited when plan is not null => Edit(plan, kept, Reader(kept, flaws)),
            Revised when plan is not null => Revision(plan, kept, Reader(kept, flaws), flaws),
            var what when plan is not null && Steps.TryGetValue(what, out var state) =>
                Step(plan, state, kept, Reader(kept, flaws)),
            _ => plan,
        };
        return flaws.Count == 0 ? now : throw new InvalidDataException(
            $"act at {kept.Position}, {kept.Act.What} {kept.Act.Target}, cannot be read");
    }

    private static ProposedPlan Edit(ProposedPlan plan, KeptAct kept, ObjectReader reader)
    {
        var subject = new Subject(reader.RequireText("kind") ?? "", reader.RequireText("subject") ?? "");
        var edit = new PlanEdit(
            subject, (int?)reader.Number("week"), reader.RequireText("reason") ?? "", kept.Act.Actor,
            kept.RecordedAt)
        {
            IsLater = plan.State == PlanState.Published,
            Inspectors = [.. reader.List("inspectors").Select(id => id.Text).OfType<string>()],
        };
        return plan with
        {
            Edits = [.. plan.Edits, edit],
            Plan = edit.Week is { } week ? plan.Plan?.With(subject, week, edit.Inspectors)
                : plan.Plan?.Without(subject),
        };
    }

    private static ProposedPlan Revision(
        ProposedPlan plan, KeptAct kept, ObjectReader reader, List<Flaw> flaws) => plan with
        {
            Revisions =
            [
                .. plan.Revisions, new PlanRevision(
                    reader.RequireDate("madeOn") ?? default, reader.RequireText("book") ?? "",
                    reader.RequireText("reason") ?? "", VisitPlanReader.Changes(reader, flaws),
                    kept.Act.Actor, kept.RecordedAt),
            ],
        };

    private static ProposedPlan Step(
        ProposedPlan plan, PlanState state, KeptAct kept, ObjectReader reader) => plan with
        {
            Steps =
            [
                .. plan.Steps, new PlanStep(
                    state, kept.Act.Actor, kept.RecordedAt, reader.Text("reason"),
                    reader.Boolean("otherPerson") ?? false),
            ],
        };

    private static string HeaderText(PlanHeader header) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("from", header.Period.From);
        json.Property("to", header.Period.To);
        json.Property("region", header.Region);
        json.Property("profile", header.Profile);
        json.Property("capacity", header.Capacity);
        json.Property("madeOn", header.MadeOn);
        json.Property("book", header.Book);
        json.Property("subjects", (decimal?)header.Subjects);
        json.Property("reason", header.Reason);
        json.WriteEndObject();
    });

    private static PlanHeader Header(ObjectReader reader) => new(
        new Period(reader.RequireDate("from") ?? default, reader.RequireDate("to") ?? default),
        reader.RequireText("region") ?? "", reader.RequireText("profile") ?? "", reader.Number("capacity"),
        reader.RequireDate("madeOn") ?? default, reader.RequireText("book") ?? "",
        (int)(reader.Number("subjects") ?? 0), reader.RequireText("reason") ?? "");

    private static ObjectReader Reader(KeptAct kept, List<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(new SourceText(kept.Act.Target, kept.Act.Body), out _);
        return piece is not null ? new ObjectReader(piece, flaws) : throw new InvalidDataException(
            $"act at {kept.Position}, {kept.Act.What} {kept.Act.Target}, cannot be read");
    }

    private static string? RegionOf(PlanHeader header) => header.Region.Length == 0 ? null : header.Region;
}
