using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>A rule of a draft as it is filled in.</summary>
public sealed record BenchRuleModel(Proposal Proposal, DraftPack Pack, BenchRule Rule)
{
    /// <summary>Whether it is not in the draft yet.</summary>
    public required bool IsNew { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>What can follow from a rule of this role.</summary>
    public required IReadOnlyList<RuleProperty> Properties { get; init; }

    /// <summary>What is wrong with it as it is filled in.</summary>
    public required IReadOnlyList<Flaw> Flaws { get; init; }

    /// <summary>The rules that it joins.</summary>
    public required IReadOnlyList<BenchRule> Joined { get; init; }

    /// <summary>What stands where in the pack: read once, for however many flaws.</summary>
    public required BenchSpots Spots { get; init; }

    /// <summary>What a condition is put together of.</summary>
    public required PhraseForm Phrase { get; init; }

    /// <summary>What came of what was asked for just now; null: nothing was.</summary>
    public LawDecision? Asked { get; init; }

    public EventCatalogue? Catalogue => Pack.Reading.Catalogue;
}

/// <summary>
/// /proposals/{id}/law/rule: a rule is written, checked while one types, and kept in the draft.
/// </summary>
public static class BenchRulePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BenchLawPage.Pattern}/rule", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{BenchLawPage.Pattern}/rule", Post).For(Right.DraftLaw, Extent.Whole).AsPage();
    }

    private static async Task<IResult> Get(
        string id, string? file, string? at, bool? @new, DraftDesk drafts, CurrentCaller who) =>
        await SpotOfAsync(id, file, at, @new == true, drafts) is { } spot
            ? await ShownAsync(spot, spot.Entry, null, PhraseForm.Empty, who)
            : ProposalsResource.Refused(BenchFaults.NoSpot);

    private static async Task<IResult> Post(
        string id, string? file, string? at, bool? @new, HttpRequest request, DraftDesk drafts,
        CurrentCaller who)
    {
        if (await SpotOfAsync(id, file, at, @new == true, drafts) is not { } found)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var spot = found with { Gone = request.HttpContext.RequestAborted };
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (entry, phrase) = (RuleForm.Of(form), PhraseForm.Of(form));
        try
        {
            switch ($"{form["act"]}")
            {
                case "compose":
                    return await ShownAsync(
                        spot, phrase.ComposedInto(entry, spot.Role, spot.Pack), null, phrase, who);
                case "save" or "remove" or "up":
                    var asked = await drafts.SaveAsync(
                        spot.Draft, SeenDraft.Of(form),
                        spot.Draft.Files.With(Revised(spot, entry, $"{form["act"]}")), who.Caller);
                    return asked.IsDone
                        ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, spot.Pack.Folder))
                        : await ShownAsync(spot, entry, asked, phrase, who);
                default:
                    return await ShownAsync(spot, entry, null, phrase, who);
            }
        }
        catch (ArgumentException)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }
    }

    private static SourceText Revised(Spot spot, RuleEntry entry, string act) => act switch
    {
        "remove" => RuleRevision.Remove(spot.Source, spot.At),
        "up" => RuleRevision.MoveUp(spot.Source, spot.At),
        _ when spot.IsNew => RuleRevision.Add(spot.Source, spot.At, entry),
        _ => RuleRevision.Apply(spot.Source, spot.At, entry),
    };

    private static async Task<Spot?> SpotOfAsync(
        string id, string? file, string? at, bool isNew, DraftDesk drafts)
    {
        if (file is null || RulePath.Of(at) is not { } path || await drafts.OfAsync(id) is not { } draft
            || BenchPath.FolderOf(draft.Files, file) is not { } folder
            || draft.Files.At(file) is not { } source)
        {
            return null;
        }

        var piece = JsonDocumentReader.Read(source, out _);
        var rule = isNew ? null : path.In(piece);
        if ((isNew ? path.ListIn(piece) : rule) is null)
        {
            return null;
        }

        var pack = await Task.Run(() => draft.Rules.PackOf(folder));
        var role = new BenchSpots(pack.Written!).Workflows
            .FirstOrDefault(each => each.File == file).Role ?? "";
        return new Spot(
            draft, pack, role, source, path, rule is null ? new RuleEntry() : RuleEntry.Of(rule), isNew);
    }

    private static async Task<IResult> ShownAsync(
        Spot spot, RuleEntry entry, LawDecision? asked, PhraseForm phrase, CurrentCaller who)
    {
        // A new rule that has no words yet is not in the way of the others.
        var source = spot.IsNew && entry.Name.Length == 0 ? spot.Source : Revised(spot, entry, "save");
        var pack = source == spot.Source ? spot.Pack
            : await Task.Run(() => spot.Draft.Rules.PackWith(source, spot.Pack.Folder, spot.Gone));
        var (spots, role) = (new BenchSpots(pack.Written!), spot.Role);
        var piece = spot.At.In(JsonDocumentReader.Read(source, out _));
        var rule = new BenchRule(
            role, source.File, spot.At, entry, piece?.Place.Line ?? 0, piece?.LastPlace.Line ?? 0);
        return Page.Of<BenchRuleView, BenchRuleModel>(
            BenchLawPage.Title, new BenchRuleModel(spot.Draft.Proposal, pack, rule)
            {
                IsNew = spot.IsNew,
                MayWrite = BenchFaults.MayWrite(spot.Draft.Proposal, who),
                Properties = RuleForm.PropertiesOf(role, spot.Draft.Files, entry),
                Flaws = [.. pack.Flaws.Where(flaw => spots.IsOf(rule, flaw))],
                Joined =
                [
                    .. (piece?["Rules"]?.Items ?? []).Select((each, place) => new BenchRule(
                        role, source.File, spot.At.Of(place), RuleEntry.Of(each), each.Place.Line,
                        each.LastPlace.Line)),
                ],
                Spots = spots,
                Phrase = phrase,
                Asked = asked,
            },
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The rule that is asked for, in the draft as it is.</summary>
    private sealed record Spot(
        DraftAtHand Draft, DraftPack Pack, string Role, SourceText Source, RulePath At, RuleEntry Entry,
        bool IsNew)
    {
        /// <summary>Whether who asked has left, or asks something else by now.</summary>
        public CancellationToken Gone { get; init; }
    }
}
