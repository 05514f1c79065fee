using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Answers;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// A region as people write it in a field: by its name, as they know it, or by its code. Addresses have the
/// code.
/// </summary>
internal static class DeskRegion
{
    /// <summary>The code in the place of a name.</summary>
    /// <param name="region">As it was written; becomes the code, where a name was written.</param>
    /// <returns>What is wrong; null: nothing, or nothing that is for names alone to know.</returns>
    public static Problem? Read(ref string? region)
    {
        if (region is null || region.Trim().Length == 0)
        {
            region = null;
            return null;
        }

        var written = region.Trim();
        if (char.IsAsciiDigit(written[0]))
        {
            region = written;
            return null;
        }

        region = CodeOf(written);
        return region is not null ? null : new Problem(
            StatusCodes.Status400BadRequest, "region-unknown",
            new Wording(
                $"没有叫“{Spelling.Shown(written)}”的省或市",
                $"no province or city is called '{Spelling.Shown(written)}'"),
            MendOf(written));
    }

    /// <summary>As a field suggests it and shows it again; in English names occur twice.</summary>
    public static string Shown(string digits, string language) =>
        Divisions.NameOf(digits) is not { } name ? digits
        : language == "zh" || digits.Length == 2 || Divisions.NameOf(digits[..2]) is not { } province
            ? name.In(language)
        : $"{name.En}, {province.En}";

    private static string? CodeOf(string written) => Divisions.CodeOf(written)
        ?? Divisions.All.Select(each => each.Digits).FirstOrDefault(
            each => Shown(each, "en").Equals(written, StringComparison.OrdinalIgnoreCase));

    private static Wording MendOf(string written)
    {
        var near = Divisions.Like(written).Select(each => each.Digits).ToList();
        return near.Count == 0
            ? new(
                "写省、市的名称或代码，如 广东、汕头、4405",
                "write the name or the code of a province or city, such as Shantou or 4405")
            : new(
                "是不是：" + string.Join("、", near.Select(each => Shown(each, "zh"))),
                "did you mean: " + string.Join("; ", near.Select(each => Shown(each, "en"))));
    }
}
