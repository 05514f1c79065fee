using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Ports;
using CreditScoring.Service.SecondOpinions;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Replaying;

/// <summary>
/// The rules at hand, once by ours alone and once with the second engine: a file is judged again as it
/// was judged, whatever the setting is now, so that other engines are not taken for a forgery.
/// </summary>
internal sealed class BookByEngines(Func<Seconding?, RuleBook> read)
{
    private const string OursAlone = "our engine alone";

    private readonly Lazy<RuleBook> ours = new(() => read(null));
    private readonly Lazy<RuleBook> both = new(() => read(FormerEngines.Of(Always)));
    private readonly SortedDictionary<string, (int Files, JudgedAgain By)> seen = new(StringComparer.Ordinal);

    private static JudgingMode Always => new(FormerEngines.Name, 1);

    public RuleBook Ours => ours.Value;

    /// <summary>How many files were judged by which engines, and by which they are judged again.</summary>
    public IEnumerable<string> Notes => seen.Select(each => FormattableString.Invariant(
        $"{each.Value.Files:N0} files: judged by {each.Key}; compared with {each.Value.By.Engines}"));

    /// <param name="engines">That judged a file; null: this is not known.</param>
    public JudgedAgain Of(string? engines)
    {
        var name = engines is null ? "engines that were not kept"
            : engines == $"{JudgingMode.Off}" ? OursAlone
            : engines;
        var (files, by) = seen.GetValueOrDefault(name);
        by ??= Choice(engines);
        seen[name] = (files + 1, by);
        return by;
    }

    private JudgedAgain Choice(string? engines) =>
        !JudgingMode.TryParse(engines, out var mode)
            ? new JudgedAgain(
                [both.Value, Ours], $"{Always}, and where that differs with {OursAlone}", engines)
        : mode == Always ? new JudgedAgain([both.Value], $"{Always}", null)
        : mode.Always ? new JudgedAgain([both.Value], $"{Always}: this program has no other", engines)
        // For a share the standing is what ours says.
        : new JudgedAgain([Ours], OursAlone, null);
}

/// <summary>By what a file is judged again.</summary>
/// <param name="Books">One of them has to lead to what is kept.</param>
/// <param name="Engines">Their engines, as they are told.</param>
/// <param name="Others">The engines that judged it, where this program does not have them.</param>
internal sealed record JudgedAgain(IReadOnlyList<RuleBook> Books, string Engines, string? Others)
{
    /// <returns>Nothing where the file is what one of them makes of its events.</returns>
    public IReadOnlyList<Difference> Compare(StoredFile file)
    {
        List<Difference> first = [];
        foreach (var book in Books)
        {
            List<Difference> found = [.. RebuiltFile.Compare(file, new Reassessment(book, file.Kept!.On))];
            if (found.Count == 0)
            {
                return [];
            }

            first = first.Count == 0 ? found : first;
        }

        return Others is null ? first
            : [Difference.OfJudging($"{file.Subject}", Others, $"{Books[0].Mode}"), .. first];
    }
}
