using System.Diagnostics;
using CreditScoring.Cli;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary><c>credit assess --known-at</c>: the same day, as known then and as known since.</summary>
public class AssessVerbTests
{
    private const string Shop = "91350100M000100Y43";

    private static readonly string Events = string.Join('\n',
        $$"""{"id":"e1","source":"s","kind":"sampling-result","subject":{"kind":"operator","id":"{{Shop}}"},"occurredOn":"2024-08-01","data":{"result":"failed","severity":"serious"} }""",
        """{"id":"a1","source":"s","kind":"annulled","occurredOn":"2025-03-01","actsOn":"e1","data":{} }""");

    [TestCase(null, 6, TestName = "By default as known on the day itself")]
    [TestCase("2025-02-28", 6, TestName = "As known on the day before the annulment it counts")]
    [TestCase("2025-03-01", 0, TestName = "As known from the annulment on it never was")]
    public void Known_at(string? knownAt, int points)
    {
        var standing = Assess("2024-12-31", knownAt);
        Assert.Multiple(() =>
        {
            Assert.That((int)standing["points"]!, Is.EqualTo(points));
            Assert.That((string?)standing["on"], Is.EqualTo("2024-12-31"));
            Assert.That((string?)standing["knownAt"], Is.EqualTo(knownAt));
        });
    }

    [Test]
    public void A_regime_that_begins_later_is_not_told_and_is_no_finding()
    {
        var (exit, said) = Run("2024-12-31", null);
        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Contain("cn/serious-list").And.Not.Contain("cn/credit-china-disclosure"));
    }

    [Test]
    public void A_day_that_is_none_is_wrong_use() =>
        Assert.That(Run("2024-12-31", "2025-02-29").Exit, Is.EqualTo(2));

    private static JObject Assess(string on, string? knownAt)
    {
        var (exit, said) = Run(on, knownAt);
        Assert.That(exit, Is.Zero);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)
            .Single(standing => (string?)standing["regime"] == "cn/product-quality-points");
    }

    /// <summary>In a process of its own, since standings go to the standard output as bytes.</summary>
    private static (int Exit, string Said) Run(string on, string? knownAt)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Events);
            var program = Path.Combine(Path.GetDirectoryName(typeof(AssessVerb).Assembly.Location)!, "credit.dll");
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] arguments =
            [
                "exec", program, "assess", "--events", file, "--on", on, "--rules", RepositoryFiles.Path("rules"), "--json",
                .. knownAt is null ? Array.Empty<string>() : ["--known-at", knownAt],
            ];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = errors.Result;
            return (process.ExitCode, said);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
