using System.CommandLine;
using CreditScoring.Cli;

var root = new RootCommand("credit: dishonesty points, tiers and inspection frequencies from JSON rules")
{
    LintVerb.Create(),
    PublishVerb.Create(),
    SchemaVerb.Create(),
    TestVerb.Create(),
    AssessVerb.Create(),
    ExplainVerb.Create(),
    WhyNotVerb.Create(),
    SampleVerb.Create(),
    ImportVerb.Create(),
    ConformVerb.Create(),
    DiffVerb.Create(),
    NewVerb.Create(),
    PacksVerb.Create(),
    WatchVerb.Create(),
    QuarantineVerb.Create(),
    DeadLettersVerb.Create(),
};
return Exit.Run(root, args);
