using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Standings.Papers;

namespace CreditScoring.Cli;

/// <summary>The papers (告知书, 决定书) of a subject's situation, with what has to be added to each.</summary>
internal static class PapersText
{
    private const string Missing = "送达前还须补齐：";
    private const string Remarks = "给承办人的提示，不写入文书：";
    private const string None = "没有应当出具的文书。";

    /// <summary>Of a file, under the name that its profiles say on the day.</summary>
    /// <param name="samples">With samples of rules that rest on no instrument.</param>
    public static void Say(CreditFile file, RuleBook book, DateOnly on, bool samples)
    {
        var name = Registration.Of(file).On(on).Name;
        var papers = PaperSet.Of(
            file, book.Regimes.Where(regime => regime.Concerns(file.Subject)), on, name, samples);
        foreach (var paper in papers)
        {
            Say(paper.Title, paper.Lines.Select(each => each.Text), paper.Missing.Select(each => each.Zh),
                paper.Remarks.Select(each => each.Zh));
        }

        SayNone(papers.Count);
    }

    /// <summary>Of a subject of a live service's record.</summary>
    public static async Task<int> AskAsync(
        Server server, string subject, CancellationToken stop, params (string Name, string? Value)[] query)
    {
        var (asked, count) = (Questions.Of(subject, "/papers", query).Split('?'), 0);
        await foreach (var paper in server.ItemsAsync(
            asked[0], $"&{asked[1]}", "after", null, _ => { }, stop))
        {
            Say($"{paper["title"]}", paper["lines"]!.AsArray().Select(each => $"{each}"),
                paper["missing"]!.AsArray().Select(each => $"{each}"),
                paper["remarks"]!.AsArray().Select(each => $"{each}"));
            count++;
        }

        SayNone(count);
        return Exit.Done;
    }

    private static void Say(
        string title, IEnumerable<string> lines, IEnumerable<string> missing, IEnumerable<string> remarks) =>
        Questions.Say(string.Join('\n', lines.Prepend(title))
            + Aside(Missing, string.Join("、", missing)) + Aside(Remarks, string.Join("；", remarks)) + "\n");

    private static string Aside(string head, string words) => words.Length == 0 ? "" : $"\n[{head}{words}]";

    private static void SayNone(int papers)
    {
        if (papers == 0)
        {
            Screen.Say(None);
        }
    }
}
