using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Planning;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Backtests;

/// <summary>The law before and the one that is proposed, as they are read; both have a book.</summary>
/// <param name="SameEvents">Whether kinds of events and calendars are the same in both.</param>
/// <param name="Plan">What a visit takes, by the one that is proposed; null: nobody says.</param>
internal sealed record ComparedLaws(
    RuleReading Before, RuleReading After, bool SameEvents, PlanProfile? Plan)
{
    /// <param name="was">The content of the law before.</param>
    /// <param name="becomes">That of the one that is proposed.</param>
    /// <exception cref="InvalidDataException">The record has not one of them, or one has errors.</exception>
    public static async Task<ComparedLaws> ReadAsync(
        IRecordQuestions record, Activation activation, string was, string becomes)
    {
        var (before, after) = (await DocumentsAsync(record, was), await DocumentsAsync(record, becomes));
        var (one, other) = (ReadingOf(activation, before), ReadingOf(activation, after));
        return new ComparedLaws(
            one, other, LawDays.SameEvents(before, after),
            PlanProfileReader.Read(after, other.Book!.Catalogue, new List<Flaw>()).Values.FirstOrDefault());
    }

    private static async Task<IReadOnlyList<SourceText>> DocumentsAsync(
        IRecordQuestions record, string content) =>
        await record.BookTextAsync(content) is { } kept ? LawTexts.DocumentsOf(kept)
            : throw new InvalidDataException($"the record has no text of the law {content}");

    private static RuleReading ReadingOf(Activation activation, IReadOnlyList<SourceText> documents)
    {
        var reading = activation.Read(documents, out _, out _);
        return reading.Book is not null ? reading : throw new InvalidDataException(
            $"{reading.Flaws.First(each => each.Severity == Severity.Error)}");
    }
}
