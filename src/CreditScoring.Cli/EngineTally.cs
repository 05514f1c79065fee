using System.Collections.Concurrent;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Linting;

namespace CreditScoring.Cli;

/// <summary>How the answers of two engines compare over many cases, and why one had none.</summary>
internal sealed class EngineTally
{
    private readonly ConcurrentDictionary<Wording, int> reasons = new();

    /// <param name="engine">The second engine; null: the package.</param>
    public EngineTally(ISecondEngine? engine = null) => Seconding = SecondEngine.Always(Hear, engine);

    public Seconding Seconding { get; }

    /// <summary>How whole workflow files came out.</summary>
    public WorkflowTally Workflows { get; } = new();

    /// <summary>Runs the whole workflow files of a pack for the cases that it is given.</summary>
    public WholeWorkflows WholeOf(RulePack version, PackFiles files, RuleBook book) => new(
        version,
        new PackageWorkflows(version, files, new PackLanguage(
            files.Folder, book.Catalogue, version.Manifest.Tiers,
            version.Tables.ToDictionary(table => table.Name), book.WorkingDays)),
        Workflows);

    /// <summary>As a publication keeps it.</summary>
    public EngineAgreement Kept => new(Seconding.Engine.Name, Seconding.Same, Seconding.NoAnswer)
    {
        Differs = Seconding.Differences,
        Workflows = new WorkflowAgreement(
            Workflows.Files, Workflows.Runs, Workflows.Same, Workflows.Differences.Count,
            Workflows.NoAnswer),
    };

    /// <summary>Tells how both engines came out, and of each whole file where they differ.</summary>
    public void Tell(RuleSelection rules, Action<Wording> remark)
    {
        remark(Told);
        remark(ToldOfWorkflows);
        foreach (var each in Workflows.NotRun)
        {
            remark(EnginePhrases.WorkflowNotRun(
                $"{rules.Shown(Place.Whole(each.File))}", each.Reason));
        }

        foreach (var each in Workflows.Differences.DistinctBy(each => each.Place))
        {
            remark(EnginePhrases.WorkflowDiffers(
                $"{rules.Shown(each.Place)}", each.Rule, $"{each.Day:yyyy-MM-dd}", Seconding.Engine.Name,
                each.Ours, each.Theirs));
        }

        if (AnsweredNothing)
        {
            remark(EnginePhrases.NothingAnswered(Seconding.Engine.Name));
        }
    }

    /// <summary>
    /// One line: how many are the same, how many have no answer there and why, how many differ.
    /// </summary>
    private Wording Told => EnginePhrases.TwoEngines(
        Seconding.Engine.Name, Seconding.Same, Seconding.NoAnswer, Seconding.Differences, Reasons);

    /// <summary>One line: how whole workflow files came out.</summary>
    private Wording ToldOfWorkflows => EnginePhrases.WholeWorkflows(
        Seconding.Engine.Name, Workflows.Files, Workflows.AllFiles, Workflows.Runs, Workflows.Same,
        Workflows.NoAnswer, Workflows.Differences.Count);

    /// <summary>Whether the second engine judged beside, and said nothing else.</summary>
    public bool Agrees =>
        !AnsweredNothing && Seconding.Differences == 0 && Workflows.Differences.Count == 0;

    /// <summary>It was asked, and had no answer ever: as if there were no second engine.</summary>
    private bool AnsweredNothing => Seconding is { Same: 0, Differences: 0, NoAnswer: > 0 }
        || Workflows is { Same: 0, Differences.Count: 0, NoAnswer: > 0 };

    private Wording Reasons
    {
        get
        {
            var all = reasons.OrderByDescending(each => each.Value).ToArray();
            return all.Length == 0 ? new Wording("", "") : new Wording(
                $"（{string.Join('，', all.Select(each => $"{each.Key.Zh} {each.Value}"))}）",
                $" ({string.Join(", ", all.Select(each => $"{each.Value} {each.Key.En}"))})");
        }
    }

    /// <summary>The reason without what is particular to one case: the classes of rules/README.md.</summary>
    private void Hear(EngineDifference answer)
    {
        if (answer.Agreement == Agreement.NoAnswer)
        {
            var reason = answer.Theirs.Split(':')[0] switch
            {
                nameof(CreditScoring.Law.Language.CannotBeJudged) => EnginePhrases.FactInDoubt,
                nameof(NullReferenceException) or nameof(InvalidOperationException) =>
                    EnginePhrases.MemberOfNothing,
                var read when read.StartsWith("RulesEngine cannot read", StringComparison.Ordinal) =>
                    EnginePhrases.TextNotRead,
                var needed when needed.StartsWith("a name that", StringComparison.Ordinal) =>
                    EnginePhrases.NameNotNeeded,
                var other => new Wording(other, other),
            };
            reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);
        }
    }
}
