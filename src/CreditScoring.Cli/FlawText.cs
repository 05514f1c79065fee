using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli;

/// <summary>A flaw in two lines: <c>file:line:column: error: name: what</c>, then the mend.</summary>
internal static class FlawText
{
    public static string Of(Flaw flaw, string language) =>
        $"{Head(flaw, language)}\n{MendOf(flaw, language)}";

    public static string Head(Flaw flaw, string language) =>
        $"{flaw.Place}: {Phrases.Severity(flaw.Severity).In(language)}: {flaw.Name}: "
            + $"{flaw.What.In(language)}";

    public static string MendOf(Flaw flaw, string language) => $"  {Phrases.Mend(flaw.Mend).In(language)}";
}
