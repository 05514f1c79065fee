using CreditScoring.Documents;

namespace CreditScoring.Workbench.Comparing;

/// <summary>One thing that two versions of a pack say differently.</summary>
/// <param name="Path">What it is, such as <c>tier / twelve-or-more / Expression</c>.</param>
/// <param name="Place">Where it stands: in the new version, of something removed in the old.</param>
/// <param name="Was">As the old version says it; null: added.</param>
/// <param name="Becomes">As the new version says it; null: removed.</param>
public sealed record Change(string Path, Place Place, string? Was, string? Becomes);
