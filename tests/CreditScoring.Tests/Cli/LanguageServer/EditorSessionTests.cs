using System.Diagnostics;
using System.Text;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.LanguageServer;

/// <summary>
/// <c>credit lsp</c> as an editor meets it: driven by the client library of VS Code, which the package feed
/// gives in the versions that tests/editor/package-lock.json pins.
/// </summary>
[Category("needs_nodejs")]
[Category("needs_npm")]
public class EditorSessionTests
{
    private const int Patience = 300_000;

    private static readonly string Credit = Path.Combine(AppContext.BaseDirectory, "credit.dll");

    private string client = "";

    [OneTimeSetUp]
    public void Client()
    {
        client = Directory.CreateTempSubdirectory("editor-").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc", "client.js", "session.js", "broken.js" })
        {
            File.Copy(RepositoryFiles.Path($"tests/editor/{file}"), Path.Combine(client, file));
        }

        var (exit, said) = Run("npm", client, "ci");
        Assert.That(exit, Is.Zero, said);
    }

    [OneTimeTearDown]
    public void Gone() => Directory.Delete(client, recursive: true);

    [TestCase("session.js", 13, TestName = "An_author_is_told_of_a_flaw_mends_it_is_helped_to_write_and_runs_a_case")]
    [TestCase("broken.js", 5, TestName = "What_is_broken_or_unheard_of_ends_no_session")]
    public void A_session_goes_well_in_all_its_steps(string session, int steps)
    {
        using var rules = new RulesCopy();
        var (exit, said) = Run("node", client, session, Credit, rules.Folder);
        TestContext.Out.WriteLine(said);
        Assert.That(exit, Is.Zero, said);
        Assert.That(said.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)), Is.EqualTo(steps));
    }

    [Test]
    public void What_an_editor_brings_is_pinned_and_names_no_host()
    {
        var pinned = File.ReadAllText(RepositoryFiles.Path("tests/editor/package-lock.json"));
        Assert.That(pinned, Does.Contain("\"integrity\"").And.Not.Contain("resolved").And.Not.Contain("://"));
    }

    private static (int Exit, string Said) Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = new StringBuilder();
        void Add(object from, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.Append(line.Data).Append('\n');
            }
        }

        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        lock (said)
        {
            return (process.ExitCode, said.ToString());
        }
    }
}
