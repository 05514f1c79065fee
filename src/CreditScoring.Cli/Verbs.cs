using System.CommandLine;
using CreditScoring.Cli.LanguageServer;
using CreditScoring.Cli.Plans;
using CreditScoring.Cli.RandomDraw;

namespace CreditScoring.Cli;

/// <summary>Every verb of <c>credit</c>.</summary>
internal static class Verbs
{
    public static RootCommand Root() => new()
    {
        LintVerb.Create(),
        PublishVerb.Create(),
        LawVerbs.Proposals(),
        LawVerbs.Propose(),
        LawVerbs.Approve(),
        LawVerbs.RollBack(),
        BacktestVerb.Create(),
        ShadowVerb.Create(),
        SchemaVerb.Create(),
        TestVerb.Create(),
        AssessVerb.Create(),
        ExplainVerb.Create(),
        WhyNotVerb.Create(),
        ListVerb.Create(),
        ChangesVerb.Create(),
        SubjectListVerbs.Duties(),
        SubjectListVerbs.Windows(),
        SampleVerb.Create(),
        ImportVerb.Create(),
        ConformVerb.Create(),
        DiffVerb.Create(),
        NewVerb.Create(),
        PlanVerb.Create(),
        DrawVerb.Create(),
        PacksVerb.Create(),
        WatchVerb.Create(),
        LspVerb.Create(),
        QuarantineVerb.Create(),
        DeadLettersVerb.Create(),
    };
}
