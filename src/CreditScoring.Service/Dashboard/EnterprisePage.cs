using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Standings;

namespace CreditScoring.Service.Dashboard;

/// <summary>Everything of one enterprise on a day.</summary>
/// <param name="On">The day of which it is told.</param>
/// <param name="KnownAt">As known at which instant, as it was asked; null: now.</param>
/// <param name="Region">Of its file; null: not known.</param>
public sealed record EnterpriseModel(Subject Subject, DateOnly On, string? KnownAt, string? Region)
{
    /// <summary>The regimes that apply to it.</summary>
    public required IReadOnlyList<Explanation> Regimes { get; init; }

    /// <summary>The others, or such as no version is in force of.</summary>
    public required IReadOnlyList<Explanation> Untold { get; init; }

    /// <summary>What regimes are called by their last versions, in force or not.</summary>
    public required IReadOnlyDictionary<string, Wording> Titles { get; init; }

    /// <summary>How points went, by regime; those without points are not in it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Standing>> Courses { get; init; }

    /// <summary>What was recorded of it up to the day, the last first.</summary>
    public required IReadOnlyList<RegulatoryEvent> Events { get; init; }

    /// <summary>Under which name and in which industry it was registered on the day.</summary>
    public required SubjectProfile Profile { get; init; }
}

/// <summary>GET /enterprises/{id}: where it stands, why, and when that ends.</summary>
public static class EnterprisePage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/enterprises/{id}", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();

    public static string AddressOf(Subject subject) =>
        $"/enterprises/{Uri.EscapeDataString(subject.Id)}"
        + (subject.Kind == "operator" ? "" : $"?kind={Uri.EscapeDataString(subject.Kind)}");

    private static async Task<IResult> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, SubjectDoor door,
        IRecordQuestions record)
    {
        knownAt = DeskInstant.Read(knownAt);
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        if (wrong is not null)
        {
            return wrong;
        }

        var (view, empty) = await door.OpenAsync(asked);
        if (empty is not null)
        {
            return empty;
        }

        var model = ModelOf(view, asked, knownAt, (await record.FileAsync(asked.Subject))?.Region);
        var title = model.Profile.Name ?? asked.Subject.Id;
        return Page.Of<EnterpriseView, EnterpriseModel>(new Wording(title, title), model);
    }

    private static EnterpriseModel ModelOf(
        FileView view, AskedSubject asked, string? knownAt, string? region)
    {
        var day = asked.Day;
        var all = view.Explain(day, null).Select(each => Titled(each, view.Book)).ToList();
        // First what is graded by points, then what is grave; what is at ease comes last.
        var told = all.Where(each => each.Standing.Applies && each.Manifest is not null)
            .OrderBy(IsAtEase).ThenBy(each => each.Standing.Points is null).ToList();
        var events = view.Events.Where(each => CreditFile.Dated(each) <= day)
            .OrderByDescending(CreditFile.Dated).ThenBy(each => $"{each.Id}", StringComparer.Ordinal)
            .ToList();
        return new EnterpriseModel(asked.Subject, day, knownAt, region)
        {
            Regimes = told,
            Untold = [.. all.Except(told)],
            Titles = view.Book.Regimes.ToDictionary(
                each => each.Name, each => each.Versions[^1].Manifest.Title),
            Courses = told.Where(each => each.Standing.Points is not null)
                .ToDictionary(each => each.Standing.Regime, view.Course),
            Events = events,
            Profile = view.Profile(day),
        };
    }

    /// <summary>
    /// Where a file cannot be read as a whole, nothing explains its standings: what is in force is in force
    /// all the same, and the page has to say that it could not be judged.
    /// </summary>
    private static Explanation Titled(Explanation each, RuleBook book)
    {
        var standing = each.Standing;
        var pack = each.Manifest is not null ? null
            : book.Regimes.FirstOrDefault(regime => regime.Name == standing.Regime)?.On(standing.On);
        return pack is null ? each : each with { Manifest = pack.Manifest, Title = pack.Manifest.Title };
    }

    /// <summary>Whether nothing is held against it in a regime.</summary>
    internal static bool IsAtEase(Explanation each) =>
        each.Manifest!.Tiers.RankOf(each.Standing.Tier) == 0 && each.Standing.Entries.Count == 0
        && each.Duties.Count == 0 && each.Repairs.Count == 0;
}
