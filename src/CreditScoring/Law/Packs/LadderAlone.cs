using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>
/// Whether two packs differ in tiers and frequency alone, and nothing else of them asks for a tier: then what
/// events leave behind is the same by both, and has to be reckoned once. In doubt it says no.
/// </summary>
public static class LadderAlone
{
    private static readonly string[] Names = ["tier", "previous", "tierOn"];

    /// <summary>Of one regime and version, each as it was read.</summary>
    /// <param name="requests">Whether a request for repair may ask for a tier.</param>
    public static bool Differs(PackFiles one, PackFiles other, RulePack read, out bool requests)
    {
        requests = false;
        var roles = read.Manifest.Workflows.ToDictionary(
            each => each.Value.Text ?? "", each => each.Key, StringComparer.Ordinal);
        if (!Same([one.Manifest], [other.Manifest]) || !Same(one.Tables, other.Tables)
            || ManifestReader.Expressions.Any(name => Asks(one.Manifest, name)))
        {
            return false;
        }

        var (before, after) = (ByRole(one, roles), ByRole(other, roles));
        if (before is null || after is null || !before.Keys.ToHashSet().SetEquals(after.Keys))
        {
            return false;
        }

        foreach (var (role, workflow) in before)
        {
            if (role is "tier" ? !SameNamedValues(workflow, after[role])
                : role is not "frequency" && (workflow.Text != after[role].Text
                    || (role is not "repair" && NamesTier(workflow.Text))))
            {
                return false;
            }
        }

        requests = before.TryGetValue("repair", out var repair) && NamesTier(repair.Text);
        return true;
    }

    private static bool Same(IEnumerable<SourceText> one, IEnumerable<SourceText> other) =>
        one.Select(each => (each.File, each.Text))
            .SequenceEqual(other.Select(each => (each.File, each.Text)));

    private static bool Asks(SourceText manifest, string name) =>
        JsonDocumentReader.Read(manifest, out _)?[name]?.Formula is { } text && NamesTier(text);

    /// <summary>Null: a workflow plays no role, or one that is not known.</summary>
    private static Dictionary<string, SourceText>? ByRole(PackFiles pack, Dictionary<string, string> roles)
    {
        var found = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var workflow in pack.Workflows)
        {
            if (JsonDocumentReader.Read(workflow, out _)?["WorkflowName"]?.Text is not { } name
                || roles.GetValueOrDefault(name) is not { } role || !found.TryAdd(role, workflow))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>The named values are the same, and none of them asks for a tier.</summary>
    private static bool SameNamedValues(SourceText one, SourceText other)
    {
        var (before, after) = (NamedOf(one), NamedOf(other));
        return before.SequenceEqual(after) && !before.Any(each => NamesTier(each));
    }

    private static List<string> NamedOf(SourceText workflow) =>
        [.. (JsonDocumentReader.Read(workflow, out _)?["GlobalParams"]?.Items ?? [])
            .Select(each => $"{each["Name"]?.Text}\n{each["Expression"]?.Formula}")];

    /// <summary>Whether one of the names stands in a text, be it in a title.</summary>
    private static bool NamesTier(string text) => Names.Any(name => Stands(name, text));

    private static bool Stands(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
