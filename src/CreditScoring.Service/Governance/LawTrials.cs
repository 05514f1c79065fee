using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Service.Governance;

/// <summary>
/// What came of reading a law and running the worked examples of all packs that it changes.
/// </summary>
/// <param name="Book">The hash of the rule book that it is; empty: it has errors.</param>
/// <param name="Errors">Why nobody could be judged by it; empty: one can.</param>
/// <param name="Comparison">What it says otherwise than the law that it was written upon.</param>
/// <param name="Cases">So many worked examples were run.</param>
/// <param name="Failed">Those that came out otherwise than they say.</param>
public sealed record LawTrial(
    string Content, string Book, IReadOnlyList<Flaw> Errors, LawComparison Comparison, int Cases,
    IReadOnlyList<CaseResult> Failed)
{
    /// <summary>What regimes and rules of both laws are called, by the new one where it has them.</summary>
    public LawTitles Titles { get; init; } = LawTitles.None;

    public bool IsSound => Errors.Count == 0 && Failed.Count == 0;
}

/// <summary>Tries laws before they harm anybody. What was tried lately stays at hand.</summary>
public sealed class LawTrials(IRecordQuestions record, Settings settings)
{
    private const int Room = 8;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lately<(string Content, string Against), LawTrial> last = new(Room);

    /// <param name="content">By whose hash the record has its files.</param>
    /// <param name="against">The content of the law with which it is compared; empty: there was none.</param>
    /// <exception cref="InvalidDataException">The record has not these files, or damaged ones.</exception>
    public async Task<LawTrial> OfAsync(string content, string against) =>
        last.Of((content, against)) ?? await OfAsync(await DocumentsAsync(content), content, against);

    /// <summary>The files of a law.</summary>
    /// <exception cref="InvalidDataException">The record has not these files, or damaged ones.</exception>
    public async Task<IReadOnlyList<SourceText>> DocumentsAsync(string content) =>
        content.Length == 0 ? [] : await record.BookTextAsync(content) is { } kept
            ? LawTexts.DocumentsOf(kept)
            : throw new InvalidDataException($"the record has no text of the law {content}");

    /// <summary>As above, of files that the record does not have yet.</summary>
    public async Task<LawTrial> OfAsync(IReadOnlyList<SourceText> documents, string content, string against)
    {
        var former = await DocumentsAsync(against);
        // One at a time: each takes a core for a second or two.
        await turn.WaitAsync();
        try
        {
            return last.Of((content, against))
                ?? last.Keep((content, against), await Task.Run(() => Try(documents, content, former)));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>From which day on a proposal can differ from the law that it was written upon.</summary>
    /// <returns>Null: on any day.</returns>
    public async Task<DateOnly?> BeginOfAsync(Proposal proposal)
    {
        var (was, becomes) = (await DocumentsAsync(proposal.Base), await DocumentsAsync(proposal.Content));
        return await Task.Run(() => BookOf(was) is { } before && BookOf(becomes) is { } after
            ? LawDays.BeginOf(before, after, LawDays.SameEvents(was, becomes)) : null);
    }

    private RuleBook? BookOf(IReadOnlyList<SourceText> documents) =>
        new Activation(settings.AcceptRecalled).Read(documents, out _, out _).Book;

    private LawTrial Try(
        IReadOnlyList<SourceText> documents, string content, IReadOnlyList<SourceText> former)
    {
        var active = new Activation(settings.AcceptRecalled).Read(documents, out _, out _);
        var (whole, before) = (KnownReadings.Of(documents), KnownReadings.Of(former));
        var comparison = LawComparison.Of(before, former, whole, documents);
        var flaws = new List<Flaw>(Shelf.Errors(active.Flaws));
        if (active.Book is { } book && (book.Regimes.Count == 0 || book.Catalogue.Kinds.Count == 0))
        {
            flaws.Add(Nothing);
        }

        var changed = comparison.Packs.Where(each => !each.IsRemoved).Select(each => each.Folder).ToHashSet();
        var cases = 0;
        var failed = new List<CaseResult>();
        foreach (var pack in whole.Packs.Where(each => whole.Book is not null
            && changed.Contains(each.Folder)))
        {
            foreach (var tried in CasesOf(pack, whole.Book!, flaws))
            {
                cases++;
                var result = CaseRunner.Run(tried, whole.Book!.OfFolder(pack.Folder)!);
                failed.AddRange(result.Passed ? [] : [result]);
            }
        }

        return new LawTrial(
            content, flaws.Count == 0 ? active.Book!.Hash : "", flaws, comparison, cases, failed)
        {
            Titles = new LawTitles(whole.Bound.Values.Reverse().Concat(before.Bound.Values.Reverse())),
        };
    }

    private static IEnumerable<Case> CasesOf(PackFiles pack, RuleBook book, List<Flaw> flaws)
    {
        var found = new List<Flaw>();
        var cases = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, found)).ToList();
        flaws.AddRange(Shelf.Errors(found));
        return cases;
    }

    private static Flaw Nothing { get; } = new(
        "rules-withdrawn", Place.Whole("law"),
        new Wording("没有可用的监管制度或事件类型", "it has no regime, or no kind of event, that could be in use"),
        new Wording("提交完整的规则文件夹；凭记忆的数字见 Rules:AcceptRecalled",
            "give the whole folder of rules; for numbers from memory see Rules:AcceptRecalled"));
}
