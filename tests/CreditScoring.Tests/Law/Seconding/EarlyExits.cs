namespace CreditScoring.Tests.Law.Seconding;

/// <summary>
/// Texts in which a walk through a list ends early within another: <c>Take</c>, <c>First</c>, <c>Any</c>,
/// <c>TakeWhile</c>, <c>All</c> inside <c>SelectMany</c>, <c>Where</c>, <c>Select</c> and each other.
/// </summary>
internal static class EarlyExits
{
    private static readonly string[] InnerLists =
    [
        "amounts.Take(2)", "amounts.TakeWhile(y => y <= x)", "amounts.SkipWhile(y => y < x)", "amounts.Skip(1).Take(1)",
        "amounts.Where(y => y > x).Take(1)", "amounts.Select(y => y + x).Take(2)", "amounts.Distinct().Take(2)",
        "amounts.OrderBy(y => y).Take(1)", "amounts.SelectMany(y => amounts.Take(1)).Take(2)",
        "amounts.SelectMany(y => amounts.Where(v => v != x && v <= y).Take(1))",
        "amounts.SelectMany(y => amounts.TakeWhile(v => v != y)).Skip(1)", "amounts.Where(y => amounts.First() == y).Take(1)",
    ];

    private static readonly string[] InnerAnswers =
    [
        "amounts.Any(y => y > x)", "amounts.All(y => y >= x)", "amounts.Take(1).Any(y => y == x)", "amounts.First() == x",
        "amounts.First(y => y >= x) == x", "amounts.TakeWhile(y => y < x).Any()", "amounts.Take(2).Contains(x)",
        "amounts.SelectMany(y => amounts.Take(1)).All(v => v <= x)", "words.Take(1).Any(y => y.Length >= x)",
        "amounts.Any(y => amounts.TakeWhile(v => v != x).Any(v => v > x && v < y))",
        "amounts.Any(y => y > x && amounts.TakeWhile(v => v < y).Any(v => v == x))",
    ];

    private static readonly string[] InnerValues =
    [
        "amounts.First()", "amounts.TakeWhile(y => y <= x).Sum()", "amounts.Take(2).Max()", "amounts.First(y => y >= x)",
        "amounts.Count(y => amounts.Take(2).Any(v => v == y))",
    ];

    private static readonly string[] Ends =
    [
        ".Sum()", ".Count()", ".Any()", ".First()", ".Last()", ".Take(2).Sum()", ".Take(1).Count()", ".All(z => z > 1)",
        ".Any(z => z == 1)", ".TakeWhile(z => z < 3).Count()", ".Skip(1).Take(1).Sum()", ".First(z => z > 1)", ".Distinct().Count()",
    ];

    public static IEnumerable<string> Texts() =>
        from list in Lists()
        from end in Ends
        select list + end;

    private static IEnumerable<string> Lists() =>
    [
        .. InnerLists.Select(inner => $"amounts.SelectMany(x => {inner})"),
        .. InnerValues.Select(inner => $"amounts.Select(x => {inner})"),
        .. InnerAnswers.SelectMany(inner => new[] { "Where", "TakeWhile", "SkipWhile" }.Select(
            outer => $"amounts.{outer}(x => {inner})")),
        .. InnerAnswers.Select(inner => $"amounts.Take(2).Where(x => {inner}).Take(1)"),
        .. InnerLists.Select(inner => $"amounts.TakeWhile(w => w < 3).SelectMany(x => {inner}).Skip(1)"),
    ];
}
