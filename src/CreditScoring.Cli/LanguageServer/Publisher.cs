using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// Tells the editor of flaws after each change, in the background: first what is found without running
/// anything, and, once nobody types any more, all. A newer change ends the work on an older one.
/// </summary>
internal sealed class Publisher : IAsyncDisposable
{
    /// <summary>Pause of the typing, in milliseconds, before everything is looked at.</summary>
    private const int Pause = 150;

    private readonly Client client;
    private readonly Func<string> language;
    private readonly Func<bool> refreshes;
    private readonly SemaphoreSlim changed = new(0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task loop;
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Flaw>> late = new(StringComparer.Ordinal);
    private volatile Desk? desk;

    /// <param name="client">Who is told.</param>
    /// <param name="language">zh or en.</param>
    /// <param name="refreshes">Whether the editor asks for code lenses again when told to.</param>
    public Publisher(Client client, Func<string> language, Func<bool> refreshes)
    {
        (this.client, this.language, this.refreshes) = (client, language, refreshes);
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Something of a desk has changed.</summary>
    public void Look(Desk at)
    {
        desk = at;
        changed.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await loop;
        ending.Dispose();
        changed.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                await changed.WaitAsync(ending.Token);
                await OnceAsync(desk!);
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
    }

    private async Task OnceAsync(Desk at)
    {
        while (changed.Wait(0, ending.Token))
        {
        }

        var rules = at.Rules;
        try
        {
            var touched = rules.PartOf(at.Touched);
            await EarlyAsync(at, rules, touched);
            if (await changed.WaitAsync(Pause, ending.Token))
            {
                changed.Release();
                return;
            }

            foreach (var part in PartsOf(at, rules).Prepend(touched).Distinct())
            {
                await AllAsync(at, rules, part);
                if (changed.CurrentCount > 0)
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A text that trips us up must not end what else is done for its author.
            await Console.Error.WriteLineAsync($"{at.Touched}: {fault}");
        }
    }

    private static IEnumerable<EditedPart> PartsOf(Desk at, EditedRules rules) =>
        at.Open.Keys.Select(rules.PartOf).Distinct();

    private Task EarlyAsync(Desk at, EditedRules rules, EditedPart part)
    {
        var kept = late.GetValueOrDefault(Key(at, part), []).Where(flaw => flaw.Place.File != at.Touched);
        return PublishAsync(at, rules, part, [.. part.EarlyFlaws.Concat(kept).Distinct()], run: false);
    }

    private async Task AllAsync(Desk at, EditedRules rules, EditedPart part)
    {
        var all = part.Flaws;
        late[Key(at, part)] = [.. all.Except(part.EarlyFlaws)];
        await PublishAsync(at, rules, part, all, run: true);
        if (refreshes())
        {
            await client.RefreshLensesAsync();
        }
    }

    private static string Key(Desk at, EditedPart part) => $"{at.Folder}\n{part.Folder}";

    /// <summary>
    /// The flaws of each file of a part; those that had some and have none now are told so. What came of the
    /// cases of open files stands beside.
    /// </summary>
    private async Task PublishAsync(
        Desk at, EditedRules rules, EditedPart part, IReadOnlyList<Flaw> flaws, bool run)
    {
        var byFile = flaws.ToLookup(flaw => flaw.Place.File, StringComparer.Ordinal);
        var files = byFile.Select(each => each.Key).Concat(at.Open.Keys).Concat(told).Distinct()
            .Where(file => part.Has(file) && rules.Documents.ContainsKey(file));
        foreach (var file in files.ToArray())
        {
            var document = rules.Documents[file];
            var differences = run && at.Open.ContainsKey(file) ? EditedCase.Of(rules, file)
                .SelectMany(each => each.Result?.Differences ?? []).ToArray() : [];
            _ = byFile[file].Any() || differences.Length > 0 ? told.Add(file) : told.Remove(file);
            await client.PublishAsync(at.UriOf(file), new JArray(
                byFile[file].Select(flaw => Lsp.Diagnostic(flaw, document, language()))
                    .Concat(differences.Select(each => Lsp.Diagnostic(each, document, language())))));
        }
    }
}
