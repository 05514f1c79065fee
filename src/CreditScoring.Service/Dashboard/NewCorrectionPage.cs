using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Corrections;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>A form in which an event is corrected.</summary>
/// <param name="Present">The event with its amendments taken in.</param>
/// <param name="Kinds">The corrections that it can have.</param>
/// <param name="How">The one chosen; null: none yet.</param>
/// <param name="Fields">Of which that one may say something.</param>
/// <param name="Draft">As it was filled in.</param>
/// <param name="Asked">Why it was not proposed; null: nobody has tried yet.</param>
public sealed record NewCorrectionModel(
    RegulatoryEvent Target, RegulatoryEvent Present, IReadOnlyList<EventKind> Kinds, EventKind? How,
    IReadOnlyList<EventField> Fields, CorrectionDraft Draft, Decision? Asked)
{
    /// <summary>What the enterprise is called; null: the file has no name.</summary>
    public string? Name { get; init; }

    /// <summary>Corrections of the same event that are open already.</summary>
    public IReadOnlyList<Correction> Open { get; init; } = [];
}

/// <summary>
/// GET /corrections/new: the form for an event of a file; POST /corrections proposes what it says.
/// </summary>
public static class NewCorrectionPage
{
    private static readonly Wording Title = new("提出更正", "Propose a correction");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corrections/new", Get)
            .For(Right.MendEvents, Extent.Subject, "correction-read").AsPage();
        routes.MapPost(CorrectionsPage.Path, Post).For(Right.MendEvents, Extent.Subject).AsPage();
    }

    /// <param name="how">The kind of the correction; null: not chosen yet.</param>
    public static string AddressOf(Subject subject, EventId target, string? how = null) =>
        $"/corrections/new?subject={Uri.EscapeDataString(subject.Id)}"
        + (subject.Kind == "operator" ? "" : $"&kind={Uri.EscapeDataString(subject.Kind)}")
        + $"&event={Uri.EscapeDataString($"{target}")}"
        + (how is null ? "" : $"&how={Uri.EscapeDataString(how)}");

    private static async Task<IResult> Get(
        HttpRequest request, string? subject, string? kind, string? @event, string? how,
        SubjectQuestions questions, CorrectionLog log, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var whole = default(Subject);
        if ((Named(shelf.Book, subject, kind, request, out whole) ?? await who.LookAsync(whole)) is { } wrong)
        {
            return wrong;
        }

        var view = await questions.OpenAsync(whole, null, who.Caller.Sight);
        var file = view.Events;
        return file.FirstOrDefault(each => each.Id == EventNames.Parse(@event)) is { } target
            ? Shown(
                new CorrectionDraft(whole, target.Id, how ?? "", $"{clock.Today():yyyy-MM-dd}", "", ""),
                target, file, view.Profile(clock.Today()).Name, shelf.Book, null,
                await OpenOfAsync(log, target))
            : Unknown;
    }

    private static async Task<IResult> Post(
        HttpContext context, SubjectQuestions questions, CorrectionDesk desk, CorrectionLog log, Shelf shelf,
        TimeProvider clock, CurrentCaller who)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (kind, whole) = (Said(form, "kind"), default(Subject));
        if ((Named(
                shelf.Book, Said(form, "subject"), kind.Length == 0 ? null : kind, context.Request, out whole)
            ?? await who.LookAsync(whole)) is { } wrong)
        {
            return wrong;
        }

        var view = await questions.OpenAsync(whole, null, who.Caller.Sight);
        var file = view.Events;
        if (file.FirstOrDefault(each => each.Id == EventNames.Parse(Said(form, "event"))) is not { } target)
        {
            return Unknown;
        }

        var draft = DraftOf(form, whole, target, file, shelf.Book.Catalogue);
        var asked = await desk.ProposeAsync(draft, who.Caller, who.Sender);
        return asked.IsDone ? Results.LocalRedirect(CorrectionPage.AddressOf(asked.Correction!))
            : Shown(
                draft, target, file, view.Profile(clock.Today()).Name, shelf.Book, asked,
                await OpenOfAsync(log, target));
    }

    /// <summary>Who may look into one of its files may know of them.</summary>
    private static async Task<IReadOnlyList<Correction>> OpenOfAsync(
        CorrectionLog log, RegulatoryEvent target) =>
        [.. (await log.AllAsync()).Where(
            each => each.State == CorrectionState.Open && each.Target == target.Id)];

    private static CorrectionDraft DraftOf(
        IFormCollection form, Subject subject, RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file,
        EventCatalogue catalogue)
    {
        var how = Said(form, "how");
        var fields = catalogue.Kind(how) is { } kind ? CorrectionKinds.FieldsOf(kind, target, file) : [];
        return new CorrectionDraft(
            subject, target.Id, how, Said(form, "day"), Said(form, "document"), Said(form, "reason"))
        {
            // Left empty: it says nothing of the field.
            Values =
            [
                .. fields.Select(field => new DraftValue(
                        field, Said(form, CorrectionInput.NameOf(field)),
                        Said(form, CorrectionInput.NoneOf(field)) == "true"))
                    .Where(each => each.HasNone || each.Text.Length > 0),
            ],
        };
    }

    private static PageResult Shown(
        CorrectionDraft draft, RegulatoryEvent target, IReadOnlyList<RegulatoryEvent> file, string? name,
        RuleBook book, Decision? asked, IReadOnlyList<Correction> open)
    {
        var kinds = CorrectionKinds.For(book.Catalogue, target, file);
        var how = kinds.FirstOrDefault(each => each.Name == draft.Kind);
        return Page.Of<NewCorrectionView, NewCorrectionModel>(
            Title,
            new NewCorrectionModel(
                target, CorrectionKinds.Present(target, file), kinds, how,
                how is null ? [] : CorrectionKinds.FieldsOf(how, target, file), draft, asked)
            {
                Open = open, Name = name,
            },
            asked is null ? StatusCodes.Status200OK
            : asked.Fault is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    private static Problem? Named(
        RuleBook book, string? id, string? kind, HttpRequest request, out Subject subject)
    {
        subject = default;
        return string.IsNullOrEmpty(id)
            ? Problems.BadParameter("subject", "从企业页面的事件进入", "begin at an event of an enterprise")
            : Parameters.Subject(book.Catalogue, kind, id, request, out subject);
    }

    private static string Said(IFormCollection form, string name) => form[name].ToString().Trim();

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, CorrectionFault.EventUnknown.Code, CorrectionFault.EventUnknown.What,
        CorrectionFault.EventUnknown.Mend);
}
