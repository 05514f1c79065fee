using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
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

    /// <summary>How points went, by regime; those without points are not in it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Standing>> Courses { get; init; }

    /// <summary>What was recorded of it up to the day, the last first.</summary>
    public required IReadOnlyList<RegulatoryEvent> Events { get; init; }

    /// <summary>What the file says of the subject itself on the day, the last word on each field.</summary>
    public required IReadOnlyList<(EventField Field, object Value)> Profile { get; init; }

    /// <summary>Null: the file does not say it.</summary>
    public string? Name => Profile.FirstOrDefault(each => each.Field.Name == "name").Value as string;
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
        HttpRequest request, string id, string? kind, string? on, string? knownAt,
        IRecordQuestions record, SubjectQuestions questions, Shelf shelf, TimeProvider clock,
        CurrentCaller who)
    {
        var (day, known) = (default(DateOnly), default(DateTimeOffset?));
        var given = knownAt is null ? default : await record.InstantsAsync();
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out known)) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        var view = await questions.OpenAsync(subject, known);
        if (view.IsEmpty)
        {
            return Problems.NotKnown(subject.Id);
        }

        var model = ModelOf(
            view, subject, day, knownAt, (await record.FileAsync(subject))?.Region);
        var title = model.Name ?? subject.Id;
        return Page.Of<EnterpriseView, EnterpriseModel>(new Wording(title, title), model);
    }

    private static EnterpriseModel ModelOf(
        FileView view, Subject subject, DateOnly day, string? knownAt, string? region)
    {
        var all = view.Explain(day, null).Select(each => Titled(each, view.Book)).ToList();
        // First what is graded by points, then what is grave; what is at ease comes last.
        var told = all.Where(each => each.Standing.Applies && each.Manifest is not null)
            .OrderBy(IsAtEase).ThenBy(each => each.Standing.Points is null).ToList();
        var events = view.Events.Where(each => Files.CreditFile.Dated(each) <= day)
            .OrderByDescending(Files.CreditFile.Dated).ThenBy(each => $"{each.Id}", StringComparer.Ordinal)
            .ToList();
        return new EnterpriseModel(subject, day, knownAt, region)
        {
            Regimes = told,
            Untold = [.. all.Except(told)],
            Courses = told.Where(each => each.Standing.Points is not null)
                .ToDictionary(each => each.Standing.Regime, view.Course),
            Events = events,
            Profile = ProfileOf(Settled(events)),
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

    /// <summary>What is left once annulments and amendments have done their work, the last first.</summary>
    private static IReadOnlyList<RegulatoryEvent> Settled(IReadOnlyList<RegulatoryEvent> events)
    {
        try
        {
            return [.. Files.Mending.Settle(events).OrderDescending(Files.EventOrder.Dated)];
        }
        catch (CannotBeJudged)
        {
            // An amendment that cannot be taken in leaves it as it was sent; the standings say so.
            return events;
        }
    }

    /// <summary>Whether nothing is held against it in a regime.</summary>
    internal static bool IsAtEase(Explanation each) =>
        each.Manifest!.Tiers.RankOf(each.Standing.Tier) == 0 && each.Standing.Entries.Count == 0
        && each.Duties.Count == 0 && each.Repairs.Count == 0;

    private static List<(EventField, object)> ProfileOf(IReadOnlyList<RegulatoryEvent> events) =>
    [
        .. events.Where(each => each.Kind.Name == "profile")
            .SelectMany(each => each.Kind.Fields.Select(field => (field, each[field.Name])))
            .Where(each => each.Item2 is not null).DistinctBy(each => each.field.Name)
            .Select(each => (each.field, each.Item2!)),
    ];
}
