using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>What a list over all subjects may be narrowed by: texts of a query -> a filter.</summary>
public sealed record ListParameters
{
    private static readonly string[] Statuses = [.. Enum.GetNames<PackStatus>().Select(
        each => each.ToLowerInvariant())];

    public string? Regime { get; init; }

    public string? Tier { get; init; }

    public string? Region { get; init; }

    public string? Industry { get; init; }

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? PointsFrom { get; init; }

    public string? PointsTo { get; init; }

    public string? DueBefore { get; init; }

    public string? Status { get; init; }

    public string? WorseSince { get; init; }

    public Problem? Read(RuleBook book, out ListFilter filter)
    {
        var (digits, from, to) = (default(string?), default(decimal?), default(decimal?));
        var (due, worse) = (default(DateOnly?), default(DateOnly?));
        var tiers = Tier?.Split(',') ?? [];
        var wrong = Parameters.Region(Region, out digits)
            ?? tiers.Select(each => Parameters.OneOf("tier", each, book.Regimes
                .SelectMany(regime => regime.Versions).SelectMany(pack => pack.Manifest.Tiers.Tiers)))
                .FirstOrDefault(each => each is not null)
            ?? Parameters.OneOf("regime", Regime, book.Regimes.Select(each => each.Name))
            ?? Parameters.OneOf("kind", Kind, book.Catalogue.SubjectKinds.Select(each => each.Name))
            ?? Parameters.OneOf("status", Status, Statuses)
            ?? IndustryFlaw() ?? NameFlaw()
            ?? Number("pointsFrom", PointsFrom, out from) ?? Number("pointsTo", PointsTo, out to)
            ?? Parameters.Day("dueBefore", DueBefore, out due)
            ?? Parameters.Day("worseSince", WorseSince, out worse);
        filter = wrong is not null ? new ListFilter() : new ListFilter
        {
            Regime = Regime,
            Kind = Kind,
            Tiers = [.. tiers.Distinct(StringComparer.Ordinal)],
            Region = digits,
            Industry = Industry,
            Name = Name is null ? null : SoughtText.Of(Name),
            PointsFrom = from,
            PointsTo = to,
            DueBefore = due,
            Status = Status,
            WorseSince = worse,
        };
        return wrong;
    }

    /// <summary>As GB/T 4754 writes it: a letter, and up to four digits; of it a beginning.</summary>
    private Problem? IndustryFlaw() =>
        Industry is null || (Industry.Length <= 8 && Industry.All(char.IsAsciiLetterOrDigit)) ? null
            : Problems.BadParameter(
                "industry", "写行业代码（GB/T 4754）的开头，如 C13",
                "write the beginning of a code of GB/T 4754, such as C13");

    private Problem? NameFlaw() => Name is null || SoughtText.Of(Name).Length is > 0 and <= 100 ? null
        : Problems.BadParameter(
            "name", "写名称中的 1 至 100 个字", "write 1 to 100 characters of the name");

    private static Problem? Number(string name, string? text, out decimal? number)
    {
        number = null;
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var read) && Math.Abs(read) <= 999_999_999)
        {
            number = read;
            return null;
        }

        return Problems.BadParameter(name, "写一个数，如 12 或 6.5", "write a number, such as 12 or 6.5");
    }
}
