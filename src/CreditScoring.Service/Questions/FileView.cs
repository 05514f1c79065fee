using CreditScoring.Events;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Work;
using CreditScoring.Standings;
using CreditScoring.Standings.Papers;

namespace CreditScoring.Service.Questions;

/// <summary>
/// A file as the record has it, for questions that the kept standing does not answer.
/// </summary>
/// <param name="flaws">Why some of its events cannot be read; empty: all can.</param>
public sealed class FileView(CreditFile file, RuleBook book, IReadOnlyList<Flaw> flaws)
{
    /// <summary>So many days of a course are told.</summary>
    private const int LongestCourse = 60;

    /// <summary>Whether stars stand for what tells of persons.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The one that judges it.</summary>
    public RuleBook Book => book;

    /// <summary>All events of it, also what is dated after the day that is asked of; in no order.</summary>
    public IReadOnlyList<RegulatoryEvent> Events => file.Events;

    /// <summary>The file itself.</summary>
    public CreditFile File => file;

    public bool IsEmpty => file.Events.Count == 0 && flaws.Count == 0;

    /// <summary>The same file as it would be with other events beside; nothing is kept of it.</summary>
    /// <param name="stray">Of those, the ones that would not come into this file.</param>
    public FileView With(IReadOnlyList<RegulatoryEvent> more, out IReadOnlyList<RegulatoryEvent> stray)
    {
        var filed = Filing.Of(file.Events.Concat(more), out _)
            .FirstOrDefault(each => each.Subject == file.Subject) ?? file with { Events = [] };
        var known = filed.Events.Select(each => each.Id).ToHashSet();
        stray = [.. more.Where(each => !known.Contains(each.Id))];
        return new FileView(filed, book, flaws) { IsMasked = IsMasked };
    }

    /// <summary>Assesses on any day; nothing is kept of it.</summary>
    public Assessment Assess(DateOnly day) =>
        flaws.Count > 0 ? Unreadable.Refuse(file.Subject, book, day, flaws)
            : Unreadable.Guard(file.Subject, book, day, () => Assessor.Assess(file, book, day));

    /// <summary>
    /// How it is registered at the end of a day. An amendment that cannot be taken in leaves nothing to be
    /// said of it; the standings say why.
    /// </summary>
    public SubjectProfile Profile(DateOnly day)
    {
        try
        {
            return Registration.Of(file).On(day);
        }
        catch (CannotBeJudged)
        {
            return SubjectProfile.Unknown;
        }
    }

    /// <summary>
    /// The papers (文书) that its situation on a day gives rise to; none where it cannot be read.
    /// </summary>
    /// <param name="samples">Whether samples of rules without an instrument are asked for as well.</param>
    public IReadOnlyList<CalledPaper> PapersCalledFor(DateOnly day, bool samples) =>
        flaws.Count > 0 ? [] : PaperSet.CalledFor(file, Concerned, day, Profile(day).Name, samples);

    /// <summary>One of them, written.</summary>
    public Paper Written(CalledPaper paper) => WithoutPersons(paper.Written());

    /// <summary>
    /// A paper in which stars stand for what it should say is told to be none to be served.
    /// </summary>
    private Paper WithoutPersons(Paper paper) => !IsMasked || !IsStarred(paper) ? paper : paper with
    {
        Missing = [.. paper.Missing, new Wording(
            $"个人信息（{PersonalMask.Text}）：由具有承办角色的人员出具",
            $"personal data ({PersonalMask.Text}): somebody with the role officer draws it up")],
    };

    private static bool IsStarred(Paper paper) =>
        paper.Lines.Select(line => line.Text).Append(paper.Title).Append(paper.About ?? "")
            .Any(text => text.Contains(PersonalMask.Text, StringComparison.Ordinal));

    /// <summary>Explains the standing of each regime, or of one.</summary>
    public IReadOnlyList<Explanation> Explain(DateOnly day, string? only) =>
        flaws.Count > 0
            ? [.. Assess(day).Standings.Select(standing => new Explanation(standing))]
            :
            [
                .. Concerned.Where(regime => only is null || regime.Name == only)
                    .Select(regime => Explaining.Of(file, regime, day)),
            ];

    /// <summary>
    /// Explains each regime that has a tier on a day by the rungs that would give that tier, and not by those
    /// that were tried.
    /// </summary>
    public IReadOnlyList<Explanation> WhyNot(DateOnly day, string tier) =>
        flaws.Count > 0 ? Explain(day, null)
            :
            [
                .. from regime in Concerned
                   let rungs = Explaining.WhyNot(file, regime, day, tier)
                   where rungs.Count > 0
                   select WithRungs(Explaining.Of(file, regime, day), rungs, regime.On(day)),
            ];

    /// <summary>
    /// The same by the rungs that hold and are tried before the one that would give a tier, in the order in
    /// which they are tried: as long as one of them holds, that one is not reached.
    /// </summary>
    /// <param name="explained">By the rungs of the tier, as above.</param>
    public Explanation InFrontOf(string tier, Explanation explained)
    {
        var (name, day) = (explained.Standing.Regime, explained.Standing.On);
        if (Concerned.FirstOrDefault(each => each.Name == name) is not { } regime
            || regime.On(day) is not { } pack)
        {
            return explained with { Rungs = [] };
        }

        var ladder = pack.Tier;
        var holding = explained.Rungs.Where(each => each.Answer == true).Select(each => each.Rule).ToList();
        var place = ladder.Index().Where(each => each.Item.Tier == tier)
            .OrderBy(each => holding.Contains(each.Item.Name) ? each.Index : ladder.Count - each.Index)
            .First().Index;
        var names = ladder.Take(place).Select(each => each.Name).ToList();
        return WithRungs(explained,
        [
            .. ladder.Take(place).Select(each => each.Tier).OfType<string>()
                .Where(each => each != tier).Distinct()
                .SelectMany(each => Explaining.WhyNot(file, regime, day, each))
                .Where(each => each.Answer == true && names.Contains(each.Rule))
                .OrderBy(each => names.IndexOf(each.Rule)),
        ], pack);
    }

    /// <summary>Other rungs, and the provisions that they cite.</summary>
    private static Explanation WithRungs(
        Explanation told, IReadOnlyList<RuleAccount> rungs, RulePack? pack) => told with
    {
        Rungs = rungs,
        Provisions = rungs.Select(rung => rung.Citation).OfType<string>().Distinct()
            .Select(citation => (citation, Provision: pack?.Law.Find(citation)))
            .Where(each => each.Provision is not null)
            .Select(each => KeyValuePair.Create(each.citation, each.Provision!))
            .Concat(told.Provisions).DistinctBy(each => each.Key).ToDictionary(),
    };

    /// <summary>
    /// How points and tier in a regime went on each day up to one on which something of it began or ended;
    /// of a long file the last of them.
    /// </summary>
    /// <param name="explained">Of the day up to which, in that regime.</param>
    public IReadOnlyList<Standing> Course(Explanation explained)
    {
        var until = explained.Standing.On;
        if (flaws.Count > 0 || Concerned.FirstOrDefault(each => each.Name == explained.Standing.Regime)
            is not { } regime)
        {
            return [];
        }

        var days = explained.Events.Select(each => (DateOnly?)each.Happening.From)
            .Concat(explained.Events.SelectMany(each => each.Entries)
                .SelectMany(each => new[] { each.Entry.From, each.Entry.LapsesOn, each.On }))
            .OfType<DateOnly>().Where(day => day < until).Append(until).Distinct().Order();
        return
        [
            .. days.TakeLast(LongestCourse).Select(day => Judge.Of(file, regime, day).Standing)
                .Where(each => each.Applies),
        ];
    }

    /// <summary>The tiers of all regimes that concern it.</summary>
    public IReadOnlyList<string> TiersOn(DateOnly day) =>
        [.. Concerned.SelectMany(regime => regime.On(day)?.Manifest.Tiers.Tiers ?? []).Distinct()];

    private IEnumerable<Regime> Concerned => book.Regimes.Where(regime => regime.Concerns(file.Subject));
}
