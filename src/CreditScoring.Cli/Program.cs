using System.CommandLine;
using CreditScoring.Cli;

return new RootCommand("CreditScoring") { SampleVerb.Create() }.Parse(args).Invoke();
