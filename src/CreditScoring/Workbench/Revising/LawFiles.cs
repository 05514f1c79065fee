using CreditScoring.Documents;

namespace CreditScoring.Workbench.Revising;

/// <summary>The files of a law while somebody writes on it, by their paths from the rules folder.</summary>
public sealed class LawFiles(IReadOnlyList<SourceText> all)
{
    private const string Manifest = "/pack.json";

    public IReadOnlyList<SourceText> All { get; } = all;

    public SourceText? At(string path) => All.FirstOrDefault(each => each.File == path);

    /// <summary>The same with another text in the place of a file, or with one more.</summary>
    public LawFiles With(SourceText changed) => new(
        [.. All.Where(each => each.File != changed.File), changed]);

    public LawFiles Without(string path) => new([.. All.Where(each => each.File != path)]);

    /// <summary>The files of a pack.</summary>
    public IEnumerable<SourceText> Of(string folder) =>
        All.Where(each => each.File.StartsWith(folder + '/', StringComparison.Ordinal));

    /// <summary>The folders of its packs, in order.</summary>
    public IEnumerable<string> Folders => All.Select(each => each.File)
        .Where(file => file.EndsWith(Manifest, StringComparison.Ordinal))
        .Select(file => file[..^Manifest.Length]).Order(StringComparer.Ordinal);

    /// <summary>
    /// The next version of a pack: the same rules in force from a day on, not yet published, for an author to
    /// change. Where the worked examples name days, they stay as they are.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such pack, or there is one of that day.</exception>
    public LawFiles NextVersion(string folder, DateOnly from)
    {
        var slash = folder.LastIndexOf('/');
        var target = $"{folder[..slash]}/{from:yyyy-MM-dd}";
        if (At(folder + Manifest) is not { } manifest || At(target + Manifest) is not null)
        {
            throw new ArgumentException($"{folder} -> {target}", nameof(folder));
        }

        var copies = Of(folder)
            .Where(each => !each.File.EndsWith("/published.json", StringComparison.Ordinal))
            .Select(each => new SourceText(target + each.File[folder.Length..], each.Text)).ToList();
        var begun = new LawFiles([.. All, .. copies]);
        var piece = JsonDocumentReader.Read(begun.At(target + Manifest)!, out _);
        return piece?["inForceFrom"] is { } day
            ? begun.With(JsonEdit.Replace(day, JsonLine.Text($"{from:yyyy-MM-dd}"))) : begun;
    }
}
