namespace CreditScoring.Tests.Law.Language;

/// <summary>A rule text by which somebody wants more than an answer.</summary>
internal sealed record HostileText(string What, string Text)
{
    private const int Million = 1_000_000;

    private static readonly string[] Targets = ["happened", "events", "words", "day", "n", "x", "\"text\"", "gap", "maybe"];

    /// <summary>What every object has in .NET, and what leads on from there.</summary>
    private static readonly string[] Members =
    [
        "GetType()", "GetType().Assembly", "GetHashCode()", "MemberwiseClone()", "Finalize()", "GetTypeCode()",
        "GetEnumerator()", "Invoke()", "DynamicInvoke()",
    ];

    private static readonly string[] Machine =
    [
        "System.IO.File.ReadAllText(\"/etc/passwd\")", "File.Delete(\"rules\")", "Directory.GetFiles(\"/\")",
        "System.Diagnostics.Process.Start(\"sh\")", "Process.GetCurrentProcess()", "Environment.Exit(1)",
        "Environment.FailFast(\"x\")", "Environment.GetEnvironmentVariable(\"CREDIT_KEY\")",
        "Activator.CreateInstance(\"System.Object\")", "AppDomain.CurrentDomain", "Assembly.Load(\"System\")",
        "Type.GetType(\"System.Object\")", "typeof(string).Assembly", "GC.Collect()", "Thread.Sleep(100000)",
        "Task.Delay(100000).Wait()", "Console.ReadLine()", "Marshal.AllocHGlobal(2000000000)", "Guid.NewGuid()",
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "Stopwatch.StartNew()",
        "new Random().Next()", "Random.Shared.Next()", "new System.Net.WebClient()", "new HttpClient()",
        "Regex.IsMatch(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", "Enumerable.Range(0, 2000000000).Any()",
        "Enumerable.Repeat(\"x\", 2000000000).Any()", "string.Format(\"{0,999999999}\", 1)",
        "new string('x', 2000000000)", "new int[2000000000]", "stackalloc int[2000000000]",
        "JsonConvert.DeserializeObject(\"{}\")", "Expression.Constant(1)", "DynamicExpressionParser.ParseLambda(\"1\")",
        "CreditScoring.Assessor.Assess()", "scene.StepsLeft", "evaluation.Watch", "this", "base", "@0",
        "default(string)", "nameof(day)", "words.AsQueryable()", "words.ToArray().SetValue(\"x\", 0)",
        "words.Aggregate((a, b) => a + b)", "words.OfType(\"System.Type\")", "words.Cast(\"System.Type\")", "events.Clear()",
    ];

    private static readonly int[] Counts = [200, 500, 1_990, 100_000, Million];

    /// <summary>All of them: at least three hundred, no two alike.</summary>
    public static IReadOnlyList<HostileText> All() =>
    [
        .. Reflection(), .. Deep(), .. Long(), .. Growing(), .. Numbers(),
    ];

    private static IEnumerable<HostileText> Reflection() =>
        (from target in Targets from member in Members select $"{target}.{member}")
            .Concat(Machine).SelectMany(each => (string[])[$"{each} != null", $"words.Any(w => {each} != null)"])
            .Select(text => new HostileText("reflection", text));

    private static IEnumerable<HostileText> Deep() =>
        from count in Counts
        from text in (string[])
        [
            new('(', count), new string('(', count) + "n" + new string(')', count), new string('!', count) + "true",
            new string('-', count) + "x > 0", Times("n + ", count) + "n > 0", Times("iif(true, 1, ", count) + "1",
            Times("n > 0 ? 1 : ", count) + "1 > 0", "day" + Times(".AddDays(1)", count),
            "words" + Times(".Where(w => true)", count), "words" + Times("[0]", count),
            Times("words.Any(w => ", count) + "true", Times("gap ?? ", count) + "1 > 0",
            Times("np(", count) + "gap", Times("new [] { ", count) + "1", Times("n in (", count) + "1",
            "happened" + Times(".actsOn", count) + ".kind == \"award\"", Times("Math.Abs(", count) + "x",
        ]
        select new HostileText($"deep, {count} times", text);

    private static IEnumerable<HostileText> Long() =>
        from what in (string[])
        [
            ")", "[", "]", "{", "}", ".", ",", "?", ":", "!", "+", "-", "*", "/", "%", "<", ">", "=", "&", "|",
            "@", "#", "$", "^", "~", "`", "\\", "'", "\"", "a", "9", " ", "\n", "\0", "\uD800", "\uFEFF", "\u202E",
            "名", "true && ", "n > 1 || ", "\"x\" + ", "e", "/*", "0x", "1e",
        ]
        select new HostileText("a megabyte", Times(what, Million / what.Length));

    /// <summary>What binds, and would eat time or memory: it is stopped by its steps or the length of texts.</summary>
    private static IEnumerable<HostileText> Growing() =>
        new[]
        {
            "\"x\".PadLeft(2000000000).Length > 0", "\"x\".PadRight(2000000000).Length > 0",
            "n.ToString(\"D999999999\").Length > 0", "x.ToString(\"F999\").Length > 0", "string.Join(words[0], words).Length > 0",
            "string.Concat(words[0], string.Join(words[0], words)).Length > 0", "Math.Pow(99999, 99999) > 0",
            "words.Any(a => words.Any(b => words.Any(c => words.Any(d => words.Any(e => e == \"\")))))",
            "words.All(a => words.All(b => words.All(c => words.All(d => d != \"\"))))",
            "words.Sum(a => words.Sum(b => words.Sum(c => words.Count()))) > 0",
            "words.Where(a => words.Count(b => words.Count(c => c == a) > 0) > 0).Any(a => words.OrderBy(b => words.Max(c => c.Length)).Any(b => b == \"\"))",
            "words.OrderBy(a => words.Count(b => words.Count(c => c != b) > 0)).Any()",
            "words.GroupBy(a => words.Count(b => words.Count(c => c != b) > 0)).Any()",
            "words.Select(a => words.Select(b => words.Select(c => words.Distinct().Count()).Sum()).Sum()).Sum() > 0",
            "\"xxxxxxxxxx\"" + Times(".Replace(\"x\", \"xxxxxxxxxx\")", 100) + ".Length > 0",
            "words[0]" + Times(".Replace(\"x\", \"xx\")", 60) + ".Length > 0",
        }.Select(text => new HostileText("growing", text));

    private static IEnumerable<HostileText> Numbers() =>
        new[]
        {
            "1e999999999 > 1", "99999999999999999999999999999999999999 > 1", "79228162514264337593543950335m * (x + 1) > 1",
            "2147483647 + n > 1", "9223372036854775807 * 9223372036854775807 > 1", "n / (n - n) > 1", "x / (x - x) > 1",
            "x % (x - x) > 1", "day.AddDays(2147483647) > day", "day.AddYears(99999) > day", "day.AddMonths(-2147483648) > day",
            "DateTime(99999, 1, 1) > day", "DateTime(2025, 2, 30) > day", "words[2147483647] == \"\"", "words[-1] == \"\"",
            "words.Take(1).Skip(5).First() == \"\"", "\"x\".Substring(5) == \"\"", "\"x\".Substring(-1) == \"\"", "\"x\".Substring(0, 99) == \"\"",
            "Math.Sqrt(-1 * x) > 0", "Math.Round(x, 99) > 0",
        }.Select(text => new HostileText("numbers", text));

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
