using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>A worked example of a draft as it is filled in.</summary>
/// <param name="Result">What came of it; null: it cannot be run.</param>
public sealed record BenchCaseModel(
    Proposal Proposal, DraftPack Pack, string File, int At, CaseEntry Entry, CaseResult? Result)
{
    public required bool IsNew { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>What is wrong with it as it is filled in.</summary>
    public required IReadOnlyList<Flaw> Flaws { get; init; }

    /// <summary>What came of what was asked for just now; null: nothing was.</summary>
    public LawDecision? Asked { get; init; }
}

/// <summary>/proposals/{id}/law/case: a worked example as a form; it runs before it is kept.</summary>
public static class BenchCasePage
{
    /// <summary>Of some hundred events with all that can be said of them.</summary>
    private const int MostFields = 10_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BenchLawPage.Pattern}/case", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{BenchLawPage.Pattern}/case", Post).For(Right.DraftLaw, Extent.Whole)
            .WithMetadata(new TakesMany(MostFields)).AsPage();
    }

    private static async Task<IResult> Get(
        string id, string? file, int? at, DraftDesk drafts, CurrentCaller who) =>
        await SpotOfAsync(id, file, at, drafts) is { } spot ? await ShownAsync(spot, spot.Entry, null, who)
            : ProposalsResource.Refused(BenchFaults.NoSpot);

    private static async Task<IResult> Post(
        string id, string? file, int? at, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (await SpotOfAsync(id, file, at, drafts) is not { } spot)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var entry = CaseForm.Of(form, spot.Entry);
        var act = $"{form["act"]}";
        if (act is not ("save" or "remove"))
        {
            return await ShownAsync(
                spot, act == "event" ? CaseForm.WithEvent(entry, $"{form["kind"]}") : entry, null, who);
        }

        var revised = act == "save" ? Applied(spot, entry)
            : spot.IsNew ? spot.Source : CaseRevision.Remove(spot.Source, spot.At);
        var asked = await drafts.SaveAsync(
            spot.Draft, SeenDraft.Of(form), spot.Draft.Files.With(revised), who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, spot.Folder))
            : await ShownAsync(spot, entry, asked, who);
    }

    private static SourceText Applied(Spot spot, CaseEntry entry) =>
        spot.Pack.Reading.Catalogue is { } catalogue
            ? CaseRevision.Apply(spot.Source, spot.At, entry, catalogue) : spot.Source;

    private static async Task<Spot?> SpotOfAsync(string id, string? file, int? at, DraftDesk drafts)
    {
        if (file is null || at is not { } place || await drafts.OfAsync(id) is not { } draft
            || BenchPath.FolderOf(draft.Files, file) is not { } folder
            || !file.EndsWith(".cases.json", StringComparison.Ordinal))
        {
            return null;
        }

        var up = string.Concat(Enumerable.Repeat("../", file.Count(each => each == '/')));
        var source = draft.Files.At(file) ?? CaseRevision.Begun(file, up);
        var cases = JsonDocumentReader.Read(source, out _)?["cases"];
        if (cases is null || place < 0 || place > cases.Items.Count)
        {
            return null;
        }

        var pack = await Task.Run(() => draft.Rules.PackOf(folder));
        var isNew = place == cases.Items.Count;
        return new Spot(
            draft, folder, source, place,
            isNew ? CaseForm.Begun(pack, SharedStart.Of(source))
                : CaseEntry.Of(cases.Items[place], SharedStart.Of(source)),
            pack, isNew);
    }

    private static async Task<IResult> ShownAsync(
        Spot spot, CaseEntry entry, LawDecision? asked, CurrentCaller who)
    {
        var source = Applied(spot, entry);
        var pack = source == spot.Source ? spot.Pack
            : await Task.Run(() => spot.Draft.Rules.PackWith(source, spot.Folder, default));
        var piece = JsonDocumentReader.Read(source, out _)?["cases"]?.Items.ElementAtOrDefault(spot.At);
        return Page.Of<BenchCaseView, BenchCaseModel>(
            BenchLawPage.Title,
            new BenchCaseModel(
                spot.Draft.Proposal, pack, source.File, spot.At, entry,
                piece is null ? null : pack.ResultAt(piece.Place))
            {
                IsNew = spot.IsNew,
                MayWrite = BenchFaults.MayWrite(spot.Draft.Proposal, who),
                Flaws =
                [
                    .. pack.Flaws.Where(flaw => piece is not null && flaw.Place.File == source.File
                        && flaw.Place.Line >= piece.Place.Line && flaw.Place.Line <= piece.LastPlace.Line),
                ],
                Asked = asked,
            },
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The example that is asked for, in the draft as it is.</summary>
    private sealed record Spot(
        DraftAtHand Draft, string Folder, SourceText Source, int At, CaseEntry Entry, DraftPack Pack,
        bool IsNew);
}

/// <summary>The fields of a worked example in a form.</summary>
public static class CaseForm
{
    private const int Most = 200;

    /// <summary>A subject of the first kind that the pack is for, with an id that is nobody's.</summary>
    public static CaseEntry Begun(DraftPack pack, SharedStart shared)
    {
        var first = shared.Subject is null ? pack.FirstSubject : null;
        return new CaseEntry
        {
            Shared = shared,
            SubjectKind = shared.Subject is not null ? ""
                : first?.Kind ?? pack.Bound?.Manifest.Subjects.FirstOrDefault() ?? "",
            SubjectId = first?.Id ?? "",
            Expectations = [new ExpectationEntry("", "", "", [])],
        };
    }

    public static string EventField(int at, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"e{at}.{name}");

    public static string DayField(int at, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"d{at}.{name}");

    /// <param name="was">What no field asks for stays as it is there.</param>
    public static CaseEntry Of(IFormCollection form, CaseEntry was) => was with
    {
        Name = $"{form["name"]}".Trim(),
        Citation = $"{form["citation"]}".Trim(),
        SubjectKind = $"{form["subjectKind"]}".Trim(),
        SubjectId = $"{form["subjectId"]}".Trim(),
        Events =
        [
            .. Enumerable.Range(0, Most).TakeWhile(at => form.ContainsKey(EventField(at, "kind")))
                .Where(at => !form.ContainsKey(EventField(at, "drop")))
                .Select(at => EventOf(form, at, was.Events.ElementAtOrDefault(at))),
        ],
        Expectations =
        [
            .. Enumerable.Range(0, Most).TakeWhile(at => form.ContainsKey(DayField(at, "on"))).Select(at =>
                new ExpectationEntry(
                    $"{form[DayField(at, "on")]}".Trim(), $"{form[DayField(at, "points")]}".Trim(),
                    $"{form[DayField(at, "tier")]}".Trim(),
                    was.Expectations.ElementAtOrDefault(at)?.Rest ?? [])),
        ],
    };

    /// <summary>One event more, of a kind.</summary>
    public static CaseEntry WithEvent(CaseEntry entry, string kind)
    {
        var number = entry.Events.Count + 1;
        while (entry.Events.Any(each => each.Id == $"e{number}"))
        {
            number++;
        }

        return entry with { Events = [.. entry.Events, new EventEntry { Id = $"e{number}", Kind = kind }] };
    }

    private static EventEntry EventOf(IFormCollection form, int at, EventEntry? was)
    {
        var data = EventField(at, "f.");
        return new EventEntry
        {
            Id = $"{form[EventField(at, "id")]}".Trim(),
            Kind = $"{form[EventField(at, "kind")]}".Trim(),
            Role = $"{form[EventField(at, "role")]}".Trim(),
            OccurredOn = $"{form[EventField(at, "occurredOn")]}".Trim(),
            DecidedOn = $"{form[EventField(at, "decidedOn")]}".Trim(),
            ActsOn = $"{form[EventField(at, "actsOn")]}".Trim(),
            Data = form.Keys.Where(key => key.StartsWith(data, StringComparison.Ordinal)).ToDictionary(
                key => key[data.Length..], key => WrittenValue.OneLine($"{form[key]}"),
                StringComparer.Ordinal),
            Rest = was?.Rest ?? [],
        };
    }
}
