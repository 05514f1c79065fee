using System.Collections.Frozen;
using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// Administrative divisions (行政区划, GB/T 2260) by the names that people know them by: provinces, prefectures
/// and the few counties that stand directly under a province. Counties and districts have none here.
/// </summary>
public static class Divisions
{
    /// <summary>What follows the name proper, the longest first.</summary>
    private static readonly string[] Ranks = ["特别行政区", "自治区", "自治州", "地区", "林区", "省", "市", "盟"];

    private static readonly FrozenDictionary<string, Wording> Prefectures = CodeTable.Read("divisions.tsv");

    /// <summary>Every division with a name, by code: a province, then what lies in it.</summary>
    public static IReadOnlyList<(string Digits, Wording Name)> All { get; } =
    [
        .. Provinces.All.Concat(Prefectures.Select(each => (each.Key, each.Value)))
            .OrderBy(each => each.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Its name; null: it has none here.</summary>
    /// <param name="digits">2, 4 or 6 digits; trailing pairs of zeros say nothing.</param>
    public static Wording? NameOf(string digits)
    {
        var prefix = digits;
        while (prefix.Length > 2 && prefix.EndsWith("00", StringComparison.Ordinal))
        {
            prefix = prefix[..^2];
        }

        return Prefectures.TryGetValue(prefix, out var name) ? name : Provinces.NameOf(prefix);
    }

    /// <summary>
    /// As people are told of it: by its name, else by that of the division in which it lies and its code. Of
    /// a code that is none, the code.
    /// </summary>
    public static Wording Told(string digits)
    {
        for (var prefix = digits; prefix.Length >= 2; prefix = prefix[..^2])
        {
            if (NameOf(prefix) is { } name)
            {
                return prefix == digits || NameOf(digits) is not null ? name
                    : new Wording($"{name.Zh} {digits}", $"{name.En} {digits}");
            }

            if (prefix.Length % 2 != 0)
            {
                break;
            }
        }

        return new Wording(digits, digits);
    }

    /// <summary>
    /// The code of the one that is called so, in either language; null: none is, or several are.
    /// </summary>
    /// <param name="name">With or without what follows the name proper: 汕头, 汕头市, Shantou.</param>
    public static string? CodeOf(string name)
    {
        var (whole, bare) = (name.Trim(), Bare(name.Trim()));
        // Said in full it is that one: 吉林市 is the city, 吉林 may be the province as well.
        var found = All.Where(each => each.Name.Zh == whole && whole != bare).Take(2).ToList();
        if (found.Count == 0)
        {
            found = [.. All.Where(each => Bare(each.Name.Zh) == bare
                || string.Equals(each.Name.En, whole, StringComparison.OrdinalIgnoreCase)).Take(2)];
        }

        return found.Count == 1 ? found[0].Digits : null;
    }

    /// <summary>Those in whose names a text occurs, a few.</summary>
    public static IEnumerable<(string Digits, Wording Name)> Like(string text) => All.Where(each =>
        each.Name.Zh.Contains(text, StringComparison.Ordinal)
        || each.Name.En.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(5);

    private static string Bare(string name) =>
        Ranks.FirstOrDefault(rank => name.Length > rank.Length + 1
            && name.EndsWith(rank, StringComparison.Ordinal)) is { } rank ? name[..^rank.Length] : name;
}
