using System.CommandLine;
using CreditScoring.Cli.Terminal;

namespace CreditScoring.Cli;

/// <summary><c>credit watch</c>: lints and tests again whenever a file of the rules is saved.</summary>
public static class WatchVerb
{
    /// <summary>Editors save in several steps; what comes within so many milliseconds is one save.</summary>
    private const int Settling = 15;

    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var times = new Option<int?>("--times");
        var verb = new Command("watch")
        {
            folder, language, times,
        };
        verb.SetAction((parsed, stop) => Watch(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(language)!, parsed.GetValue(times),
            stop));
        return verb;
    }

    private static async Task<int> Watch(
        RuleSelection rules, string language, int? times, CancellationToken stop)
    {
        using var saved = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(rules.Folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => saved.Release();
        watcher.Created += (_, _) => saved.Release();
        watcher.Deleted += (_, _) => saved.Release();
        watcher.Renamed += (_, _) => saved.Release();
        watcher.EnableRaisingEvents = true;
        var bench = new WatchedRules(rules, language);
        Screen.Say(bench.Look());

        // The second look is as fast as all later ones will be: everything is compiled by then.
        bench.Forget();
        bench.Look();
        try
        {
            for (var round = 0; round != times; round++)
            {
                await saved.WaitAsync(stop);
                await Task.Delay(Settling, stop);
                while (saved.Wait(0, stop))
                {
                }

                Screen.Say(bench.Look());
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a watch ends.
        }

        return Exit.Done;
    }
}
