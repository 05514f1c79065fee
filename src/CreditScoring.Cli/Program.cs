using System.CommandLine;
using CreditScoring.Cli;

return new RootCommand("CreditScoring") { SampleVerb.Create(), ImportVerb.Create() }.Parse(args).Invoke();
