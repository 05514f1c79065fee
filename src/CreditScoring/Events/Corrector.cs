namespace CreditScoring.Events;

/// <summary>
/// A source that may mend another's events, as a court may annul an authority's act.
/// </summary>
/// <param name="Corrects">The source whose events may be mended.</param>
/// <param name="By">The source that may mend them.</param>
public readonly record struct Corrector(string Corrects, string By);
