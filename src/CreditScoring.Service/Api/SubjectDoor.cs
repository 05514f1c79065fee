using CreditScoring.Enterprises;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Api;

/// <summary>A subject that is asked about, on which day.</summary>
/// <param name="KnownAt">As known at which instant; null: now.</param>
public readonly record struct AskedSubject(Subject Subject, DateOnly Day, DateTimeOffset? KnownAt);

/// <summary>
/// Where whoever asks about one subject comes in, be it for a page or for JSON: what was asked is read, and
/// who asks is let in to that file or not. Where looks are told, this one is, before it is answered.
/// </summary>
public sealed class SubjectDoor(
    IRecordQuestions record, SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
{
    /// <param name="id">As the path has it.</param>
    /// <param name="on">Null: today.</param>
    /// <param name="more">What else is wrong with the question; null: nothing.</param>
    public async Task<(AskedSubject Asked, Problem? Wrong)> EnterAsync(
        HttpRequest request, string id, string? kind, string? on = null, string? knownAt = null,
        Problem? more = null)
    {
        var (day, known) = (default(DateOnly), default(DateTimeOffset?));
        var given = knownAt is null ? default : await record.InstantsAsync();
        var wrong = Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out known)
            ?? more ?? await who.LookAsync(subject);
        return (new AskedSubject(subject, day, known), wrong);
    }

    /// <summary>Opens its file; that of a subject of which nothing is known is none.</summary>
    public async Task<(FileView View, Problem? Wrong)> OpenAsync(AskedSubject asked)
    {
        var view = await questions.OpenAsync(asked.Subject, asked.KnownAt, who.Caller.Sight);
        return (view, view.IsEmpty ? Problems.NotKnown(asked.Subject.Id) : null);
    }
}
