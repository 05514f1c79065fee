using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>One object of the catalogue's <c>subjects</c> -> a kind of subjects.</summary>
internal static class SubjectKindReader
{
    public static SubjectKind? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("kind");
        var label = CatalogueWords.Label(reader);
        var checksCode = ChecksCode(reader, flaws);
        var pattern = Pattern(reader, flaws);
        var isPersonal = IsPersonal(reader, pattern, flaws);
        var confirmed = Confirmed(reader, flaws);
        reader.Close();
        return name is null || pattern is null ? null
            : new SubjectKind(name, label, pattern, checksCode) { IsPersonal = isPersonal,
                Confirmed = confirmed };
    }

    /// <summary>Codes with another check character, each with where it was confirmed.</summary>
    private static HashSet<string> Confirmed(ObjectReader owner, ICollection<Flaw> flaws)
    {
        var confirmed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in owner.List("confirmed"))
        {
            var reader = new ObjectReader(piece, flaws);
            var code = reader.RequireText("code");
            reader.RequireText("source");
            reader.Close();
            if (code is null)
            {
                continue;
            }

            if (ResidentNumber.IsIn(code) || IdentityText.Find(code) is not null
                || code.Length != UnifiedSocialCreditCode.Length)
            {
                flaws.Add(new Flaw(
                    "subject-invalid", piece["code"]!.Place,
                    new Wording("不是 18 位的代码", "is no code of 18 characters"),
                    new Wording("照登记机关给出的写，半角大写", "write it as the registry gives it, in narrow capitals")));
            }

            confirmed.Add(code);
        }

        return confirmed;
    }

    /// <summary>Whoever sees a list sees ids: that of a person must tell nothing to who has no key.</summary>
    private static bool IsPersonal(ObjectReader reader, SubjectPattern? pattern, ICollection<Flaw> flaws)
    {
        var isPersonal = reader.Boolean("personal") ?? false;
        if (isPersonal && pattern is not null && pattern.Text != SubjectKind.HashPattern)
        {
            flaws.Add(new Flaw(
                "personal-id-open", reader.Any("pattern")!.Place,
                new Wording(
                    "自然人的标识须为密钥散列，不得是可识别的号码",
                    "ids of natural persons are keyed hashes, never numbers that tell who it is"),
                new Wording(
                    $"写 {SubjectKind.HashPattern}，由报送方以密钥散列（HMAC-SHA-256）",
                    $"write {SubjectKind.HashPattern}; who sends events hashes with a key (HMAC-SHA-256)")));
        }

        return isPersonal;
    }

    private static SubjectPattern? Pattern(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.RequireText("pattern") is not { } text)
        {
            return null;
        }

        if (!SubjectPattern.TryParse(text, out var pattern, out var flaw))
        {
            flaws.Add(new Flaw(
                "pattern-invalid", reader.Any("pattern")!.Place, flaw!.Value,
                new Wording(
                    "写成 .NET 正则表达式，不用环视和反向引用，例如 [0-9A-Z]{18}",
                    "write a .NET regular expression without lookaround and backreferences, "
                    + "such as [0-9A-Z]{18}")));
        }

        return pattern;
    }

    private static bool ChecksCode(ObjectReader reader, ICollection<Flaw> flaws)
    {
        var check = reader.Text("check");
        if (check is not (null or SubjectKind.CodeCheck))
        {
            flaws.Add(new Flaw(
                "unknown-check", reader.Any("check")!.Place,
                new Wording(
                    $"没有名为“{Spelling.Shown(check)}”的校验",
                    $"there is no check '{Spelling.Shown(check)}'"),
                new Wording(
                    $"写“{SubjectKind.CodeCheck}”，或删去 check",
                    $"write '{SubjectKind.CodeCheck}', or remove 'check'")));
        }

        return check == SubjectKind.CodeCheck;
    }
}
