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

    public EngineTally() => Seconding = SecondEngine.Always(Hear);

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
    public EngineAgreement Kept => new(Seconding.Engine.Name, Seconding.Same, Seconding.NoAnswer);

    /// <summary>
    /// One line: how many are the same, how many have no answer there and why, how many differ.
    /// </summary>
    public Wording Told => Phrases.TwoEngines(
        Seconding.Engine.Name, Seconding.Same, Seconding.NoAnswer, Seconding.Differences, Reasons);

    /// <summary>One line: how whole workflow files came out.</summary>
    public Wording ToldOfWorkflows => Phrases.WholeWorkflows(
        Seconding.Engine.Name, Workflows.Files, Workflows.Runs, Workflows.Same, Workflows.NoAnswer,
        Workflows.Differences.Count);

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
                nameof(CreditScoring.Law.Language.CannotBeJudged) => Phrases.FactInDoubt,
                nameof(NullReferenceException) or nameof(InvalidOperationException) =>
                    Phrases.MemberOfNothing,
                var read when read.StartsWith("RulesEngine cannot read", StringComparison.Ordinal) =>
                    Phrases.TextNotRead,
                var needed when needed.StartsWith("a name that", StringComparison.Ordinal) =>
                    Phrases.NameNotNeeded,
                var other => new Wording(other, other),
            };
            reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);
        }
    }
}
