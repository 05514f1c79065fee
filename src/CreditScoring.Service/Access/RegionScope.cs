using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Service.Access;

/// <summary>
/// For which regions somebody is competent (地域范围): those whose administrative code (GB/T 2260) begins
/// with these digits.
/// </summary>
/// <param name="Digits">None: all, and also what belongs to no region.</param>
public readonly record struct RegionScope(string Digits)
{
    public static readonly RegionScope All = new("");

    /// <summary>That of the property <c>region</c>, left out for all.</summary>
    public static RegionScope Read(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.Text("region") is not { Length: > 0 } text)
        {
            return All;
        }

        if (Region.TryParse(text, out var region, out var wrong))
        {
            return new RegionScope(region!.Prefix);
        }

        flaws.Add(new Flaw(
            "region-invalid", reader.Any("region")!.Place, wrong!.Value,
            new Wording("写 2、4 或 6 位数字；全部地域则为空文本", "write 2, 4 or 6 digits; none for all regions")));
        return default;
    }

    public bool IsAll => Digits.Length == 0;

    /// <param name="region">Null: it belongs to none, or to which is not known.</param>
    public bool Covers(string? region) =>
        IsAll || (region?.StartsWith(Digits, StringComparison.Ordinal) ?? false);

    public bool Covers(RegionScope other) => Covers(other.Digits);

    /// <summary>The digits to ask for where somebody asks for some; null: nothing is in both.</summary>
    /// <param name="asked">Null: any region.</param>
    public string? Within(string? asked) =>
        asked is null || Digits.StartsWith(asked, StringComparison.Ordinal) ? Digits
        : Covers(asked) ? asked : null;
}
