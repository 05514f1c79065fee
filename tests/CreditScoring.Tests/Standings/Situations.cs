using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Tests.Standings;

/// <summary>The situations of tests/CreditScoring.Tests/Notices, judged by the rules that ship.</summary>
internal static class Situations
{
    public const string Folder = "tests/CreditScoring.Tests/Notices";

    public static readonly RuleBook Book = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    public static IEnumerable<string> Names() => Directory
        .EnumerateFiles(RepositoryFiles.Path(Folder), "*.cases.json").Order(StringComparer.Ordinal)
        .Select(file => Path.GetFileName(file).Replace(".cases.json", "", StringComparison.Ordinal));

    /// <summary>What is known on the day of a situation, that day, and the regimes that it concerns.</summary>
    public static (CreditFile File, DateOnly On, IEnumerable<Regime> Regimes) Read(string name)
    {
        var written = File.ReadAllText(RepositoryFiles.Path($"{Folder}/{name}.cases.json"));
        var tried = CaseReader.Read(new SourceText(name, written), Book.Catalogue, new List<Flaw>()).Single();
        var on = tried.Expectations[0].On;
        return (new CreditFile(tried.Subject, tried.Events).UpTo(on), on, Book.Regimes.Where(regime => regime.Concerns(tried.Subject)));
    }

    /// <summary>The text that was read, or written anew where CREDIT_APPROVE=1 is in the environment.</summary>
    public static string? Read(string file, string told)
    {
        if (Environment.GetEnvironmentVariable("CREDIT_APPROVE") == "1")
        {
            File.WriteAllText(file, told);
        }

        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
