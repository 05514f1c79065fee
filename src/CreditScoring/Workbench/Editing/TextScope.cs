using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Editing;

/// <summary>The names that a text may use where it stands, and what is known to hold there.</summary>
internal sealed record TextScope(Scope Scope, Formula? Given);
