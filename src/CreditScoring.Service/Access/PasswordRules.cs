using System.Text;

namespace CreditScoring.Service.Access;

/// <summary>
/// What a password may be (OWASP ASVS 5, 6.2): long, and none that a stranger tries first. Nothing is
/// asked of capitals, digits or signs, and nothing of it is changed or cut.
/// </summary>
public static class PasswordRules
{
    /// <summary>Characters; one of Chinese is one.</summary>
    public const int Shortest = 12;

    /// <summary>Characters; a longer one would make hashing dear, and is hardly typed.</summary>
    public const int Longest = 128;

    /// <summary>Of what is left without id and name.</summary>
    private const int LeastOwn = 8;

    /// <summary>Characters that differ.</summary>
    private const int LeastKinds = 5;

    private const int Digits = 10;

    /// <summary>Shorter ones are in many words.</summary>
    private const int ShortestName = 2;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <returns>Why it cannot be one of this person; null: it can.</returns>
    public static EntryFault? FaultIn(string password, Holder holder)
    {
        var count = password.EnumerateRunes().Count();
        return count < Shortest ? EntryFault.Weak($"只有 {count} 个字符", $"it has {count} characters only")
            : count > Longest ? EntryFault.Weak(
                $"超过 {Longest} 个字符", $"it has more than {Longest} characters")
            : Common.Value.Contains(password.ToLowerInvariant())
                ? EntryFault.Weak("属于常见口令", "it is one of those that everybody tries")
            : IsPattern(password) ? EntryFault.Weak(
                "只是少数字符的重复或顺序排列", "it is a few characters repeated, or a row of them")
            : OwnPart(password, holder) < LeastOwn ? EntryFault.Weak(
                "主要由本人编号或姓名组成", "it is made of the id or the name")
            : null;
    }

    /// <summary>Few kinds of characters, or each a step from the one before, as on a ruler.</summary>
    private static bool IsPattern(string password)
    {
        var runes = password.EnumerateRunes().Select(rune => rune.Value).ToArray();
        // Behind 9 comes 0 again.
        var steps = runes.Zip(runes.Skip(1), (one, next) => next - one)
            .Select(step => password.All(char.IsAsciiDigit) ? (step + Digits) % Digits : step)
            .Distinct().ToArray();
        return runes.Distinct().Count() < LeastKinds || steps is [_];
    }

    private static int OwnPart(string password, Holder holder)
    {
        var rest = new[] { holder.Id, holder.Name }.Where(each => each.Length >= ShortestName)
            .Aggregate(password, (text, each) => text.Replace(each, "", StringComparison.OrdinalIgnoreCase));
        return rest.EnumerateRunes().Count();
    }

    private static HashSet<string> ReadCommon()
    {
        using var file = typeof(PasswordRules).Assembly.GetManifestResourceStream(
            "CreditScoring.Service.Access.common-passwords.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
