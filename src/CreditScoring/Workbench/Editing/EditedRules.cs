using System.Collections.Immutable;
using CreditScoring.Documents;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// A folder of rules while somebody writes it: texts as they stand, saved or not. It never changes; a
/// change makes another one, which keeps what was found out of every regime that the change does not touch.
/// </summary>
public sealed class EditedRules
{
    /// <summary>The part that is no regime: catalogue, calendars, draws, plans.</summary>
    public const string Ground = "";

    private static readonly string[] ReadByAll = ["events/", "calendars/"];

    private readonly ImmutableSortedDictionary<string, SourceText> documents;
    private readonly ImmutableSortedDictionary<string, EditedPart> parts;
    private readonly Seconding? seconding;

    private EditedRules(
        ImmutableSortedDictionary<string, SourceText> documents, EditedRules? former, string? changed,
        Seconding? seconding)
    {
        this.documents = documents;
        this.seconding = seconding;
        parts = Folders(documents.Keys).Append(Ground).ToImmutableSortedDictionary(
            folder => folder, folder => Part(folder, former?.parts.GetValueOrDefault(folder), changed),
            StringComparer.Ordinal);
    }

    /// <summary>Every regime, such as that of <c>cn/product-quality-points</c>, and the ground.</summary>
    public IEnumerable<EditedPart> Parts => parts.Values;

    /// <summary>The documents by their paths from the rules folder, with forward slashes.</summary>
    public IReadOnlyDictionary<string, SourceText> Documents => documents;

    /// <param name="documents">Every file by its path from the rules folder.</param>
    /// <param name="seconding">The engine that must be able to read every text too; null: none.</param>
    public static EditedRules Of(IEnumerable<SourceText> documents, Seconding? seconding = null) => new(
        documents.ToImmutableSortedDictionary(each => each.File, each => each, StringComparer.Ordinal),
        null, null, seconding);

    /// <summary>The same with a document written anew, or one more.</summary>
    public EditedRules With(SourceText document) =>
        documents.GetValueOrDefault(document.File)?.Text == document.Text ? this
            : new(documents.SetItem(document.File, document), this, document.File, seconding);

    /// <summary>The same without a document.</summary>
    public EditedRules Without(string file) => documents.ContainsKey(file)
        ? new(documents.Remove(file), this, file, seconding) : this;

    /// <summary>The part that a file belongs to.</summary>
    public EditedPart PartOf(string file) =>
        parts.Values.FirstOrDefault(part => part.Folder != Ground && part.Has(file)) ?? parts[Ground];

    private EditedPart Part(string folder, EditedPart? former, string? changed) =>
        former is not null && changed is not null && !IsRead(folder, changed) ? former
            : folder == Ground ? new EditedPart(folder, documents.Values, seconding)
            : former is not null && changed is not null ? former.Changed(Read(folder), changed)
            : new EditedPart(folder, Read(folder), seconding);

    private IEnumerable<SourceText> Read(string folder) =>
        documents.Values.Where(each => IsRead(folder, each.File));

    /// <summary>Whether a regime, or the ground, is read of a file.</summary>
    private static bool IsRead(string folder, string file) =>
        ReadByAll.Any(each => file.StartsWith(each, StringComparison.Ordinal))
        || (folder == Ground
            ? !file.EndsWith(".workflow.json", StringComparison.Ordinal)
                && !file.EndsWith(".cases.json", StringComparison.Ordinal)
            : file.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The folders of regimes: those that hold the folders of versions.</summary>
    private static IEnumerable<string> Folders(IEnumerable<string> files) => files
        .Where(file => file.EndsWith("/pack.json", StringComparison.Ordinal)
            && file.Count(each => each == '/') > 1)
        .Select(file => file[..^"/pack.json".Length])
        .Select(folder => folder[..folder.LastIndexOf('/')]).Distinct();
}
