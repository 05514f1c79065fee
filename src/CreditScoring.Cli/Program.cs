using CreditScoring.Cli;

return Exit.Run(Verbs.Root(), args);
