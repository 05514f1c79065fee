namespace CreditScoring.Tests.Law.Language;

/// <summary>Random rule text about days, and random facts, from a seed that a failure prints.</summary>
internal sealed class RandomDays(int seed)
{
    private static readonly string[] Signs = ["<", "<=", ">", ">=", "==", "!="];
    private readonly Random random = new(seed);

    /// <summary>A day near month ends and leap days more often than not.</summary>
    public DateOnly Day(DateOnly? near = null)
    {
        var day = (near ?? new DateOnly(2023, 12, 1)).AddDays(random.Next(-500, 900));
        return random.Next(4) switch
        {
            0 => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
            1 => new DateOnly(2024, 2, random.Next(27, 30)),
            2 => new DateOnly(day.Year, day.Month, Math.Min(28, day.Day)).AddDays(random.Next(-1, 4)),
            _ => day,
        };
    }

    public Scene Scene()
    {
        var day = Day();
        return new Scene
        {
            Day = day, A = Day(day), B = Day(day), N = random.Next(-30, 31), X = random.Next(-60, 61) / 2m,
            Maybe = random.Next(3) == 0 ? null : Day(day),
            Events = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Fact("award")
            {
                From = Day(day), ["fine"] = (decimal)random.Next(100),
            })],
        };
    }

    /// <summary>The walked day, or up to three steps from it.</summary>
    public string DateChain()
    {
        var chain = "day";
        for (var steps = random.Next(4); steps > 0; steps--)
        {
            chain = random.Next(6) switch
            {
                0 => $"{chain}.AddDays({random.Next(-40, 41)})",
                1 => $"{chain}.AddMonths({random.Next(-30, 31)})",
                2 => $"({chain}).AddYears({random.Next(-3, 4)})",
                3 => $"{chain}.AddMonths(n)",
                4 => $"cycleStart(a, {random.Next(1, 14)}, {chain})",
                _ => $"cycleEnd(b, {random.Next(1, 14)}, {chain})",
            };
        }

        return chain;
    }

    public string Sign() => Signs[random.Next(Signs.Length)];

    public string NumberChain() => random.Next(4) switch
    {
        0 => $"days(b, {DateChain()})",
        1 => $"months(a, {DateChain()})",
        2 => $"years(a, {DateChain()})",
        _ => $"{DateChain()}.Year",
    };

    /// <summary>One comparison with the day, whose other side does not move.</summary>
    public string Comparison() => Comparison(Sign())("");

    /// <summary>The same with the sign left open, and which it is.</summary>
    public Func<string, string> Comparison(string sign)
    {
        var (chain, other) = random.Next(3) switch
        {
            0 => (NumberChain(), random.Next(2) == 0 ? "n" : "x"),
            1 => (DateChain(), random.Next(3) == 0 ? "maybe" : "b"),
            _ => (DateChain(), random.Next(2) == 0 ? "a" : "\"2024-02-29\""),
        };
        var (left, right) = random.Next(2) == 0 ? (chain, other) : (other, chain);
        return instead => $"{left} {(instead.Length > 0 ? instead : sign)} {right}";
    }

    /// <summary>A value that the day may reach in any way.</summary>
    public string Value(int depth) => random.Next(depth > 0 ? 9 : 4) switch
    {
        0 => $"{NumberChain()}",
        1 => $"{DateChain()}.Month + {DateChain()}.Day",
        2 => "n",
        3 => $"({DateChain()} - a).Days",
        4 => $"({Condition(depth - 1)} ? {Value(depth - 1)} : {Value(depth - 1)})",
        5 => $"Math.Max({Value(depth - 1)}, {Value(depth - 1)})",
        6 => $"events.Count(e => e.from {Signs[random.Next(4)]} {DateChain()})",
        7 => $"events.Sum(e => days(e.from, {DateChain()}) > {random.Next(300)} ? 1 : 0)",
        _ => $"months({DateChain()}, {DateChain()})",
    };

    public string Condition(int depth) => random.Next(depth > 0 ? 7 : 2) switch
    {
        0 => Comparison(),
        1 => $"{DateChain()} {Signs[random.Next(6)]} {DateChain()}",
        2 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        3 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        4 => $"!({Condition(depth - 1)})",
        5 => $"events.Any(e => e.from.AddMonths({random.Next(1, 25)}) > day && {Condition(depth - 1)})",
        _ => $"{Value(depth - 1)} {Signs[random.Next(6)]} {Value(depth - 1)}",
    };
}
