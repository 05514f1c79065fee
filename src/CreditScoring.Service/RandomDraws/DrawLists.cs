using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.RandomDraws;

/// <summary>
/// The objects of draws (检查对象名录库): frozen from the standings of a regime, and read again as they were
/// frozen.
/// </summary>
public sealed class DrawLists(IRecordQuestions record, Shelf shelf)
{
    /// <summary>Objects of one list.</summary>
    public const int Most = 1_000_000;

    /// <summary>Why an object is not in a draw, in the words of the profiles.</summary>
    public const string Ended = "ended", NotClassed = "not-classed", DrawnThisYear = "drawn-this-year";

    /// <summary>Who is inspected is an operator (经营主体): the id alone says who it is.</summary>
    public const string Operator = "operator";

    private const int Portion = 1_000;
    private const int ListPage = 20;
    private const int MostDraws = 10_000;
    private const string End = ".json";

    /// <summary>The profiles of the rules in use, by name.</summary>
    public IReadOnlyDictionary<string, DrawProfile> Profiles() => new SortedDictionary<string, DrawProfile>(
        DrawProfileReader.Read(shelf.State.Documents, new List<Flaw>())
            .ToDictionary(each => each.Key[DrawProfileReader.Folder.Length..^End.Length], each => each.Value),
        StringComparer.Ordinal);

    /// <summary>
    /// All operators of a region that stand in a regime, each by its tier; where it has none, or is not to be
    /// drawn, with the reason that the profile has for that.
    /// </summary>
    /// <param name="year">Who was drawn in it is not drawn again, where the profile says so.</param>
    /// <returns>The list; or what keeps it from being one.</returns>
    public async Task<(Population? List, DrawFault? Fault)> FreezeAsync(
        DrawProfile profile, string regime, string region, int year)
    {
        var before = profile.Exclusions.Any(each => each.Reason == DrawnThisYear)
            ? await DrawnInAsync(profile, year) : [];
        var lines = new List<string>();
        for (var after = default(StandingKey?); ;)
        {
            var page = await record.StandingsAsync(new StandingQuery(Portion)
            {
                Kind = Operator, Regime = regime, Region = region.Length == 0 ? null : region, After = after,
            });
            lines.AddRange(page.Select(each => LineOf(each, profile, before)));
            if (page.Count < Portion || lines.Count > Most)
            {
                break;
            }

            after = page[^1].Key;
        }

        var flaws = new List<Flaw>();
        var list = lines.Count is 0 or > Most ? null : Population.Freeze("list", lines, profile, flaws);
        return lines.Count == 0 ? (null, DrawFault.Empty)
            : lines.Count > Most ? (null, DrawFault.TooMany(Most))
            : list is null ? (null, DrawFault.Of(flaws[0])) : (list, null);
    }

    /// <summary>The lines of a draw's list as they were frozen.</summary>
    public async IAsyncEnumerable<string> LinesAsync(RandomDraw draw)
    {
        for (var after = 0L; ;)
        {
            var portions = await record.ActsAsync(
                new ActQuery(after, ListPage) { Target = DrawActs.ListOf(draw.Id), What = DrawActs.List });
            foreach (var line in portions.SelectMany(DrawActs.LinesOf))
            {
                yield return line;
            }

            if (portions.Count < ListPage)
            {
                yield break;
            }

            after = portions[^1].Position;
        }
    }

    /// <summary>
    /// Who is still to be visited after all draws, whatever the days of their visits, from which day, and by
    /// whom.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, DrawnVisit>> ToVisitAsync(DateOnly until)
    {
        var drawn = new Dictionary<string, DrawnVisit>(StringComparer.Ordinal);
        foreach (var draw in await MadeAsync())
        {
            foreach (var (id, of) in Draws.Proofs.Replacing.Current(draw.Proof!)
                .Where(_ => draw.VisitsFrom is { } from && from <= until))
            {
                drawn[id] = new DrawnVisit(draw.VisitsFrom!.Value, of.Inspectors);
            }
        }

        return drawn;
    }

    private async Task<HashSet<string>> DrawnInAsync(DrawProfile profile, int year) =>
    [
        .. (await MadeAsync()).Select(each => each.Proof!)
            .Where(each => each.Announced.Rule.Profile == profile.Name
                && ShanghaiTime.DayOf(each.Announced.Published).Year == year)
            .SelectMany(each => each.Drawn.Select(drawn => drawn.Id)
                .Concat(each.Replacements.Select(replaced => replaced.In))),
    ];

    /// <summary>Every draw that was made, with what was replaced.</summary>
    private async Task<IReadOnlyList<RandomDraw>> MadeAsync()
    {
        var made = await record.ActsAsync(new ActQuery(0, MostDraws) { What = DrawActs.Made });
        var draws = new List<RandomDraw>();
        foreach (var each in made)
        {
            draws.Add(DrawActs.Of(await record.ActsAsync(
                new ActQuery(0, MostDraws) { Target = each.Act.Target }))!);
        }

        return draws;
    }

    private static string LineOf(KeptStanding standing, DrawProfile profile, HashSet<string> drawnBefore)
    {
        var id = standing.Subject.Id;
        var why = HasEnded(standing) ? Ended
            : standing.Tier is not { } tier || !profile.Order.Contains(tier) ? NotClassed
            : drawnBefore.Contains(id) ? DrawnThisYear : "";
        return new Listed(id, standing.Tier ?? NotClassed, standing.Region ?? "", "", why).Line;
    }

    /// <summary>As the pack says it by its measure of that name.</summary>
    private static bool HasEnded(KeptStanding standing) =>
        JsonDocumentReader.Read(new SourceText("standing", standing.Rest), out _)
            ?["measures"]?[Ended]?.Boolean == true;
}
