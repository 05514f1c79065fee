using System.Collections.Immutable;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.Workbench.CaseLinting;
using CreditScoring.Workbench.Linting;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// One regime while it is written, or the ground that all stand on. What is asked of it is found out when
/// first asked, and once.
/// </summary>
public sealed class EditedPart
{
    private readonly IReadOnlyList<SourceText> documents;
    private readonly Seconding? seconding;
    private readonly Lazy<Bindings> bindings;
    private readonly Lazy<IReadOnlyList<Flaw>> early;
    private readonly Lazy<IReadOnlyList<Flaw>> flaws;
    private readonly Lazy<Declared> declared;

    /// <summary>Names in scope by file and way, of when the file could last be read.</summary>
    private readonly ImmutableDictionary<string, IReadOnlyDictionary<string, TextScope>> lastKnown;

    internal EditedPart(string folder, IEnumerable<SourceText> documents, Seconding? seconding)
        : this(folder, [.. documents], seconding, null,
            ImmutableDictionary<string, IReadOnlyDictionary<string, TextScope>>.Empty)
    {
    }

    private EditedPart(
        string folder, IReadOnlyList<SourceText> documents, Seconding? seconding, Lazy<Bindings>? known,
        ImmutableDictionary<string, IReadOnlyDictionary<string, TextScope>> lastKnown)
    {
        Folder = folder;
        this.documents = documents;
        this.seconding = seconding;
        this.lastKnown = lastKnown;
        bindings = known is null ? new(() => Bindings.Of(Bindable, seconding))
            : new(() => known.Value.WithFiles(documents));
        var ofPacks = new Lazy<IReadOnlyList<Flaw>>(() => PackLint.Check(Reading));
        early = new(() => Own([.. Reading.Flaws, .. ofPacks.Value]));
        flaws = new(() => Own(RuleLint.Check(Reading.Prepared().Seconded(), documents, ofPacks.Value)));
        declared = new(() => new Declared(documents, Reading));
    }

    /// <summary>The regime's folder; empty: the ground.</summary>
    public string Folder { get; }

    /// <summary>
    /// What is found without running anything: what cannot be read or bound, and what lint sees of it.
    /// </summary>
    public IReadOnlyList<Flaw> EarlyFlaws => early.Value;

    /// <summary>All that <c>credit lint</c> finds; takes several times as long.</summary>
    public IReadOnlyList<Flaw> Flaws => flaws.Value;

    /// <summary>The rules as far as they can be read.</summary>
    public RuleReading Reading => bindings.Value.Reading;

    /// <summary>What is declared in its files, and where.</summary>
    internal Declared Declared => declared.Value;

    /// <summary>No regime is bound on the ground: each is a part of its own.</summary>
    private IReadOnlyList<SourceText> Bindable => Folder.Length > 0 ? documents
        : [.. documents.Where(each => Has(each.File))];

    /// <summary>Whether a file is one of this part's own.</summary>
    public bool Has(string file) => Folder.Length > 0
        ? file.StartsWith(Folder + "/", StringComparison.Ordinal)
        : new[] { "events/", "calendars/", "draws/", "plans/" }.Any(
            each => file.StartsWith(each, StringComparison.Ordinal));

    /// <summary>The same part after one of its files has changed; cases change no rule.</summary>
    internal EditedPart Changed(IEnumerable<SourceText> changed, string file)
    {
        var known = file.EndsWith(".cases.json", StringComparison.Ordinal) && bindings.IsValueCreated
            ? bindings : null;
        return new EditedPart(Folder, [.. changed], seconding, known, Learnt(file));
    }

    /// <summary>The names in scope at a way of a file; where it is broken, as it was last known.</summary>
    internal TextScope? ScopeAt(string file, string way) =>
        ScopesOf(file) is { } known && ScopeAt(known, way) is { } scope ? scope : null;

    private IReadOnlyDictionary<string, TextScope>? ScopesOf(string file) =>
        documents.FirstOrDefault(each => each.File == file) is { } document
        && bindings.Value.ScopesOf(document) is { Count: > 0 } now
            ? lastKnown.TryGetValue(file, out var before) ? Beside(now, before) : now
            : lastKnown.GetValueOrDefault(file);

    /// <summary>
    /// What is bound now, and, where a flaw elsewhere kept a text from that, what was before.
    /// </summary>
    private static Dictionary<string, TextScope> Beside(
        IReadOnlyDictionary<string, TextScope> now, IReadOnlyDictionary<string, TextScope> before)
    {
        var all = before.ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
        foreach (var (way, scope) in now)
        {
            all[way] = scope;
        }

        return all;
    }

    /// <summary>A text that is new stands beside others like it, which may use the same names.</summary>
    private static TextScope? ScopeAt(IReadOnlyDictionary<string, TextScope> known, string way)
    {
        if (known.TryGetValue(way, out var exact))
        {
            return exact;
        }

        var alike = JsonWays.Anywhere(way);
        var cut = way.LastIndexOf(".Properties.", StringComparison.Ordinal);
        return cut >= 0 && known.TryGetValue(way[..cut] + ".Expression", out var ofRule) ? ofRule
            : known.FirstOrDefault(each => JsonWays.Anywhere(each.Key) == alike).Value
                ?? known.FirstOrDefault(each => each.Key.StartsWith("Rules[", StringComparison.Ordinal)).Value
                ?? known.Values.FirstOrDefault();
    }

    /// <summary>
    /// What is known before a file changes: of that file, or, where all may be lost with it, of each.
    /// </summary>
    private ImmutableDictionary<string, IReadOnlyDictionary<string, TextScope>> Learnt(string file)
    {
        var learnt = lastKnown;
        foreach (var document in !bindings.IsValueCreated ? [] : documents.Where(
            each => each.File == file || !Has(file) || file.EndsWith("/pack.json", StringComparison.Ordinal)))
        {
            learnt = bindings.Value.ScopesOf(document) is { Count: > 0 } known
                ? learnt.SetItem(document.File, known) : learnt;
        }

        return learnt;
    }

    private IReadOnlyList<Flaw> Own(IEnumerable<Flaw> all)
    {
        var own = all.Where(flaw => Has(flaw.Place.File)).DistinctBy(flaw => (flaw.Name, flaw.Place))
            .ToList();
        own.Sort(Flaw.ByPlace);
        return own;
    }
}
