using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// Which packs of a folder are put in use, so that nobody is scored by an invented number. A template
/// judges nobody: its numbers are a bureau's to fill in. A pack with numbers from memory (recalled)
/// judges nobody either, unless the operator has said that it may.
/// </summary>
/// <param name="AcceptRecalled">The operator's word: <c>Rules:AcceptRecalled</c>.</param>
/// <param name="Seconding">The second engine that judges beside; null: none does.</param>
public sealed record Activation(bool AcceptRecalled, Seconding? Seconding = null)
{
    /// <param name="documents">The whole folder; all of it is checked.</param>
    /// <param name="idle">Folders of the packs that are not put in use.</param>
    /// <param name="active">The documents that the book was read of.</param>
    public RuleReading Read(
        IReadOnlyList<SourceText> documents, out IReadOnlyList<string> idle,
        out IReadOnlyList<SourceText> active)
    {
        var whole = Frozen(Seconding is null ? KnownReadings.Of(documents)
            : RuleBookReader.Read(documents, Seconding));
        var unused = whole.Packs.Where(files => StaysIdle(files, whole))
            .Select(files => files.Folder).ToArray();
        idle = unused;
        active = documents;
        if (whole.Book is null || unused.Length == 0)
        {
            return Prepared(documents, whole);
        }

        active = [.. documents.Where(document => !unused.Any(
            folder => document.File.StartsWith($"{folder}/", StringComparison.Ordinal)))];
        return Prepared(documents, RuleBookReader.Read(active, Seconding) with { Flaws = whole.Flaws });
    }

    /// <summary>Ready to run; a second engine's answers are counted by who asked for it.</summary>
    private RuleReading Prepared(IReadOnlyList<SourceText> documents, RuleReading reading) =>
        Seconding is not null || reading.Book is null ? reading.Prepared()
            : KnownReadings.Of(documents, $"{AcceptRecalled}", reading.Prepared);

    /// <summary>A pack that is not what was published judges nobody, and so the book does not.</summary>
    private static RuleReading Frozen(RuleReading reading)
    {
        var edited = reading.Packs.SelectMany(Freezing.Check).ToArray();
        Flaw[] all = [.. reading.Flaws, .. edited];
        Array.Sort(all, Flaw.ByPlace);
        return edited.Length == 0 ? reading : reading with { Book = null, Flaws = all };
    }

    private bool StaysIdle(PackFiles files, RuleReading whole) =>
        whole.Bound.GetValueOrDefault(files.Folder)?.Manifest.Status == PackStatus.Template
        || (!AcceptRecalled && Provenances.Of(files).Recalled > 0);
}
