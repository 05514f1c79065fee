using System.Diagnostics;
using System.Text;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.RandomDraws;

/// <summary>
/// The whole path by two persons at their browsers: register, draw, plan, publication; what is published is
/// verified with nothing but the files, and record and plan are printed.
/// </summary>
public class WholePathTests() : DrawTest(On.Sqlite)
{
    private Chromium chromium = null!;

    [OneTimeSetUp]
    public async Task Open() => chromium = await Chromium.StartAsync();

    [OneTimeTearDown]
    public async Task Close() => await chromium.DisposeAsync();

    [Test]
    public async Task Two_persons_go_from_the_register_over_a_draw_to_a_plan_in_force_and_anybody_verifies_it()
    {
        await using var zhao = await SignedInAsync("zhao");
        await using var qian = await SignedInAsync("qian");
        await EnterInspectorsAsync(zhao.Page);

        // One freezes the list, the other announces it, and it is drawn once the round is there.
        var draw = await PreparedAsync(zhao.Page);
        await zhao.Page.GotoAsync(draw);
        Assert.That(await zhao.Page.Locator("form[action$='/announce'] button[disabled]").CountAsync(), Is.EqualTo(1), "not by who froze it");
        await qian.Page.GotoAsync(draw);
        await qian.Page.SelectOptionAsync("select[name=public]", "drand:quicknet");
        await qian.Page.FillAsync("input[name=at]", RoundAt);
        await SendAsync(qian.Page, "announce");
        Clock.Turn(Before.AddMinutes(15));
        await zhao.Page.GotoAsync(draw);
        await zhao.Page.FillAsync("form[action$='/draw'] [name=value]", Round);
        await SendAsync(zhao.Page, "draw");
        Assert.That(await zhao.Page.InnerTextAsync("main"), Does.Contain("散列、种子和验证").And.Contain("verify_draw.py").And.Contain("A1"));

        Assert.That(await VerifiedAsync(draw, await ReadAsync(Qian, $"{draw}/proof.json")), Is.Empty);
        Assert.That(await SecondVerifierAsync(draw), Is.EqualTo(0), "by the second verifier, offline");

        // The quarter has what was drawn; another person approves it, and it is published.
        await zhao.Page.GotoAsync("/plans");
        await zhao.Page.FillAsync("input[name=quarter]", "2023Q4");
        await zhao.Page.FillAsync("form[action='/plans'] input[name=reason]", "四季度检查计划");
        await zhao.Page.ClickAsync("form[action='/plans'] button.main");
        var plan = new Uri(zhao.Page.Url).AbsolutePath;
        Assert.That(await zhao.Page.Locator("form[action$='/approve'] button[disabled]").CountAsync(), Is.EqualTo(1), "not by who proposed it");
        await qian.Page.GotoAsync(plan);
        await SendAsync(qian.Page, "approve");
        await zhao.Page.GotoAsync(plan);
        await SendAsync(zhao.Page, "publish");
        var text = await zhao.Page.InnerTextAsync("main");
        foreach (var visit in ProofReader.Read(new("proof", await ReadAsync(Qian, $"{draw}/proof.json")), [])!.Drawn)
        {
            Assert.That(text, Does.Match($@"{visit.Id}[^\n]*\n(?:[^\n]*\n)*?[^\n]*{string.Join('、', visit.Inspectors)}"), "who was drawn for it goes there");
        }

        Assert.That(text, Does.Contain("已公布执行").And.Contain("双随机抽中").And.Contain("各检查人员每周的次数"));

        await PrintedAsync(zhao.Page, draw, "draw", "抽取人", "form");
        await PrintedAsync(zhao.Page, plan, "plan", "编制人", "form");
        await zhao.Page.SetViewportSizeAsync(390, 844);
        foreach (var path in new[] { draw, plan, $"/public{draw}", "/plans/inspectors" })
        {
            await zhao.Page.GotoAsync(path);
            Assert.That(await zhao.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390), path);
            await Dashboard.Pictures.KeepAsync(zhao.Page, $"narrow{path.Replace('/', '-')}");
        }

        Assert.That(zhao.Complaints.Concat(qian.Complaints), Is.Empty);
    }

    private async Task<Visitor> SignedInAsync(string id)
    {
        var visitor = await chromium.VisitorAsync(First);
        await visitor.SignInAsync(id);
        return visitor;
    }

    private static async Task EnterInspectorsAsync(IPage page)
    {
        await page.GotoAsync("/plans/inspectors");
        var rows = string.Concat(Enumerable.Range(1, 5).Select(number => $"A{number},稽查一科,郑州市,,,\n"));
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "名录.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"编号,单位,区域,资格,请假,回避\n{rows}"),
        });
        await page.ClickAsync("form[action='/plans/inspectors'] button.main");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain("5 名").And.Contain("郑州市"));
    }

    private async Task<string> PreparedAsync(IPage page)
    {
        await page.GotoAsync("/draws");
        await page.FillAsync("input[name=number]", NextNumber());
        await page.FillAsync("input[name=title]", "公示信息抽查");
        await page.SelectOptionAsync("select[name=profile]", "cn-ha");
        await page.FillAsync("input[name=from]", "2023-10-09");
        await page.FillAsync("input[name=to]", "2023-12-29");
        await page.ClickAsync("form[action='/draws'] button.main");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task SendAsync(IPage page, string deed)
    {
        await page.ClickAsync($"form[action$='/{deed}'] button");
        Assert.That(await page.Locator(".note.wrong").CountAsync(), Is.Zero, deed);
    }

    /// <summary>On paper it has its lines for signatures and no forms.</summary>
    private static async Task PrintedAsync(IPage page, string path, string name, string shown, string hidden)
    {
        await page.GotoAsync(path);
        Assert.That(await page.GetByText(shown, new() { Exact = true }).IsVisibleAsync(), Is.False, "on the screen there is nothing to sign");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.That(await page.GetByText(shown, new() { Exact = true }).IsVisibleAsync(), Is.True);
        foreach (var each in await page.Locator(hidden).AllAsync())
        {
            Assert.That(await each.IsVisibleAsync(), Is.False);
        }

        Assert.That((await page.PdfAsync(new() { Format = "A4" })).Length, Is.GreaterThan(5_000));
        await Dashboard.Pictures.KeepAsync(page, $"printed-{name}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private async Task<int> SecondVerifierAsync(string draw)
    {
        using var folder = new TempFolder();
        string[] files = ["proof.json", "population.txt", "inspectors.txt", "commit.json"];
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, file), await OctetsAsync($"{draw}/{file}"));
        }

        using var python = Process.Start(new ProcessStartInfo("python3", [Path.GetFullPath("verify_draw.py", AppContext.BaseDirectory), .. files])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true,
        })!;
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        TestContext.Out.WriteLine(said);
        return python.ExitCode;
    }
}
