using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// Finds the name in the catalogue behind a label: who writes 投诉举报 means the kind that is called so.
/// </summary>
public static class Labels
{
    /// <summary>The mend that names it; null: neither a label nor a near name.</summary>
    public static Wording? Meant(string written, IEnumerable<(string Name, Wording Label)> known)
    {
        var all = known.ToArray();
        var said = written.Trim();
        if (NearMiss.Of(written, all.Select(each => each.Name)) is { } name)
        {
            return new Wording($"是否指“{name}”？", $"did you mean '{name}'?");
        }

        var found = all.Where(each => Is(said, each.Label))
            .Concat(all.Where(each => Has(said, each.Label.Zh)))
            .DistinctBy(each => each.Name).ToArray();
        return found.Length > 0 ? Named(found) : null;
    }

    private static Wording Named((string Name, Wording Label)[] found) => new(
        $"此处写代码名：{string.Join("、", found.Select(each => $"{each.Label.Zh}写 \"{each.Name}\""))}",
        "write the code name here: "
            + $"{string.Join(", ", found.Select(each => $"\"{each.Name}\" for {each.Label.En}"))}");

    private static bool Is(string written, Wording label) =>
        written == label.Zh || written.Equals(label.En, StringComparison.OrdinalIgnoreCase);

    /// <summary>One of the two contains the other; single characters would be in many.</summary>
    private static bool Has(string written, string label) =>
        written.Length > 1 && label.Length > 1
        && (label.Contains(written, StringComparison.Ordinal) || written.Contains(
            label, StringComparison.Ordinal));
}
