namespace CreditScoring.Tests.Law.Language;

/// <summary>
/// Every operand of the language in every frame of it, frames within frames: texts that bind, for the
/// most part. A kind of value is a letter or two; "?" marks what may be missing.
/// </summary>
internal static class FormulaShapes
{
    private const string Hole = "§";

    private static readonly (string Kind, string[] Texts)[] Operands =
    [
        ("I", ["n", "2", "words.Count(w => w.Length > 1)", "words.Select(w => w.Length).First()"]),
        ("N", ["x", "1.5", "amounts.Sum(v => v * 2)", "amounts.First(v => v > 1)"]),
        ("N?", ["gap", "amounts.Max()", "events.Max(e => e.fine)", "gaps.FirstOrDefault()"]),
        ("T", ["\"b\"", "words.First(w => w != \"\")", "happened.kind"]),
        ("T?", ["nothing", "words.Max()", "events.FirstOrDefault(e => e.fine > 1).code"]),
        ("B", ["true", "n > 0", "words.Any(w => w == \"b\")", "amounts.All(v => v > 1)"]),
        ("B?", ["perhaps", "happened.safetyItem"]),
        ("D", ["day", "a", "events.First(e => e.kind == \"award\").from", "day.AddDays(words.Count(w => w != \"b\"))"]),
        ("D?", ["maybe", "events.Max(e => e.from)", "events.FirstOrDefault().decidedOn"]),
        ("S", ["(day - a)"]),
        ("L", ["words", "words.Where(w => w != \"b\")", "words.OrderBy(w => w.Length)", "new[] { \"a\", \"b\" }"]),
        ("A", ["amounts", "amounts.Select(v => v + 1)"]),
        ("E", ["happened", "events.First(e => e.fine > 1)"]),
        ("E?", ["events.FirstOrDefault(e => e.kind == \"award\")", "happened.actsOn"]),
    ];

    // The kind that goes into the hole, the kind that comes out, the frames.
    private static readonly (string In, string Out, string[] Texts)[] Frames =
    [
        ("I", "I",
        [
            "(n + §)", "(§ - 1)", "(-§)", "Math.Max(1, §)", "Math.Abs(§)", "(n > 0 ? § : 1)", "(n > 9 ? 1 : §)",
            "(words.Any(w => w == \"b\") ? § : 2)", "amounts.Count(v => v > §)", "words.Sum(w => w.Length + §)",
            "iif(n > 0, §, 3)", "(§ % 5)",
        ]),
        ("I", "N", ["(x * §)", "(§ / 2.0)", "Math.Round(x, §)", "amounts[§]", "Math.Clamp(x, 0, §)"]),
        ("I", "N?", ["(gap + §)", "(n > 0 ? null : §)"]),
        ("I", "D",
        [
            "day.AddMonths(§)", "a.AddDays(§)", "DateTime(2024, §, 1)", "cycleEnd(a, §, day)", "day.AddDays(1).AddYears(§)",
        ]),
        ("I", "T", ["\"abcdef\".Substring(§)", "words[§]", "(\"x\" + §)"]),
        ("I", "L", ["words.Take(§)", "words.Skip(§)"]),
        ("I", "B", ["(§ > 1)", "(1 == §)", "(§ in (1, 2))", "new[] { 1, § }.Contains(2)", "(gap > §)", "(day.Year > §)"]),
        ("N", "N",
        [
            "(x + §)", "(§ / x)", "Math.Floor(§)", "Math.Min(§, 3)", "(n > 0 ? § : 1)", "(gap ?? §)",
            "amounts.Sum(v => v * §)", "Math.Pow(§, 2)", "isnull(gap, §)",
        ]),
        ("N", "N?", ["(gap + §)", "Math.Max(gap, §)"]),
        ("N", "B", ["(§ >= x)", "amounts.Contains(§)", "(§ in (1.5, x))", "amounts.Any(v => v > §)"]),
        ("N?", "N", ["(§ ?? 0)", "§.Value", "np(§, 1)", "§.GetValueOrDefault()"]),
        ("N?", "N?", ["(§ + 1)", "(gap * §)", "Math.Max(§, 1)", "(n > 0 ? § : null)", "(§ ?? gap)", "(-§)", "np(§)"]),
        ("N?", "B", ["(§ > 1)", "(§ == null)", "§.HasValue", "(2 != §)", "!(§ <= gap)", "gaps.Contains(§)"]),
        ("T", "I", ["§.Length", "§.IndexOf(\"b\")", "§.CompareTo(\"b\")"]),
        ("T", "T", ["(§ + \"x\")", "(\"x\" + §)", "§.ToUpper()", "(nothing ?? §)", "words.First(w => w != §)", "\"abc\".Replace(\"b\", §)"]),
        ("T", "B",
        [
            "(§ == \"b\")", "(§ > \"a\")", "words.Contains(§)", "§.Contains(\"b\")", "(§ in (\"a\", \"b\"))",
            "string.IsNullOrEmpty(§)", "(nothing != §)", "events.Any(e => e.kind == §)",
        ]),
        ("T?", "T", ["(§ ?? \"z\")", "np(§, \"z\")"]),
        ("T?", "N?", ["np(§.Length)"]),
        ("T?", "B", ["(§ == \"b\")", "(§ < \"b\")", "(null == §)", "(§ in (\"a\", null))"]),
        ("B", "B",
        [
            "!§", "(§ && n > 0)", "(n > 0 || §)", "(§ & n > 0)", "(n > 0 | §)", "words.Any(w => §)", "amounts.All(v => §)",
            "(§ == true)", "(n > 0 ? § : false)",
        ]),
        ("B", "I", ["(§ ? 1 : 2)", "(§ ? words.Count(w => w != \"b\") : n)"]),
        ("B", "D", ["(§ ? day : a)", "(§ ? events.First(e => e.fine > 1).from : day)"]),
        ("B", "D?", ["(§ ? maybe : day)", "(§ ? null : events.Max(e => e.from))"]),
        ("B", "L", ["(§ ? words : words.Take(1))", "words.Where(w => §)", "words.TakeWhile(w => §)"]),
        ("B", "E?", ["(§ ? happened.actsOn : happened)"]),
        ("B?", "B", ["(§ == true)", "(§ ?? false)", "(§ != null)"]),
        ("D", "I",
        [
            "§.Year", "§.Month", "§.Day", "days(a, §)", "months(§, day)", "years(a, §)", "int(§.DayOfWeek)", "§.CompareTo(a)",
        ]),
        ("D", "D",
        [
            "§.AddDays(1)", "§.AddMonths(n)", "§.AddYears(-1)", "(maybe ?? §)", "(n > 0 ? § : day)",
            "cycleStart(§, 12, day)", "cycleStart(a, 12, §)", "§.Date", "(day + (§ - a)).Date",
        ]),
        ("D", "D?", ["(n > 0 ? § : maybe)", "events.Where(e => e.from < §).Max(e => e.from)"]),
        ("D", "S", ["(§ - a)", "(day - §)"]),
        ("D", "B",
        [
            "(§ >= day)", "(day > §)", "(§ == maybe)", "events.Any(e => e.from < §)", "(§.DayOfWeek == \"Monday\")",
            "(§ in (a, day))", "(§ > \"2024-01-01\")",
        ]),
        ("D?", "D", ["§.Value", "(§ ?? day)", "np(§, a)"]),
        ("D?", "B", ["(§ == null)", "(§ < day)", "§.HasValue", "(day != §)"]),
        ("D?", "I", ["np(§.Value.Year, 1)", "np(§.Month, 1)"]),
        ("S", "I", ["§.Days"]),
        ("S", "S", ["(-§)", "(§ + §)"]),
        ("S", "N", ["§.TotalDays"]),
        ("S", "B", ["(§.TotalDays > 1)", "(§ > (day - a))"]),
        ("L", "I", ["§.Count()", "§.Sum(w => w.Length)", "§.Select(w => w.Length).Max().Value", "§.GroupBy(w => w.Length).Count()"]),
        ("L", "T", ["§.First()", "§.Single(w => w == \"b\")", "§[1]"]),
        ("L", "T?", ["§.LastOrDefault()", "§.Min()"]),
        ("L", "B", ["§.Any(w => w == \"b\")", "§.Contains(\"b\")", "(\"b\" in §)", "§.All(w => w.Length > 0)"]),
        ("L", "L",
        [
            "§.Where(w => w != \"a\")", "§.Select(w => w + \"x\")", "§.OrderByDescending(w => w).ThenBy(w => w.Length)",
            "§.Distinct()", "§.Reverse()", "§.Concat(words)", "words.Except(§)", "§.Skip(1)",
            "§.GroupBy(w => w.Length).Select(g => g.First())", "words.SelectMany(w => §)", "§.ToList()",
        ]),
        ("A", "N", ["§.Sum()", "§.First()"]),
        ("A", "N?", ["§.Max()", "§.Average()", "§.LastOrDefault(v => v > 2)"]),
        ("A", "A", ["§.Select(v => v * 2)", "§.OrderBy(v => -v)", "amounts.Intersect(§)"]),
        ("E", "D", ["§.from"]),
        ("E", "D?", ["§.decidedOn"]),
        ("E", "T", ["§.kind"]),
        ("E", "N?", ["§.fine"]),
        ("E", "E?", ["§.actsOn"]),
        ("E", "B", ["(§ == happened)"]),
        ("E?", "D?", ["§.from"]),
        ("E?", "N?", ["§.fine"]),
        ("E?", "T?", ["§.kind"]),
        ("E?", "B", ["(§ != happened)", "(§ == null)", "events.Any(e => e == §)"]),
    ];

    /// <summary>Operands in one frame, and in two; with the kind of value.</summary>
    public static IReadOnlyList<(string Kind, string Text)> Nested(int depth)
    {
        var level = Operands.SelectMany(kind => kind.Texts.Select(text => (kind.Kind, text))).ToList();
        var all = new List<(string, string)>(level);
        for (var i = 0; i < depth; i++)
        {
            level = [.. level.SelectMany(inner => Framed(inner.Kind, inner.text))];
            all.AddRange(level);
        }

        return all;
    }

    /// <summary>As many deeper ones as wanted, at random but the same every time.</summary>
    public static IEnumerable<string> Deep(int seed, int depth, int wanted)
    {
        var random = new Random(seed);
        for (var i = 0; i < wanted; i++)
        {
            var (kind, texts) = Operands[random.Next(Operands.Length)];
            var text = texts[random.Next(texts.Length)];
            for (var level = 0; level < depth; level++)
            {
                var fitting = Framed(kind, text).ToList();
                (kind, text) = fitting[random.Next(fitting.Count)];
            }

            yield return text;
        }
    }

    private static IEnumerable<(string Kind, string Text)> Framed(string kind, string text) =>
        from frame in Frames
        where frame.In == kind
        from written in frame.Texts
        select (frame.Out, written.Replace(Hole, text, StringComparison.Ordinal));
}
