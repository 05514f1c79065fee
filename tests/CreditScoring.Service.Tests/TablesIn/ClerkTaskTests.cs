using System.Diagnostics;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Dashboard;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.TablesIn;

/// <summary>
/// The task of a clerk, timed: from a workbook of 双公示 as it was downloaded to events in the record, with script and
/// without, at a desk and on a telephone.
/// </summary>
[Category(Tool.Chromium)]
[TestFixture(true, 1280)]
[TestFixture(false, 390)]
public class ClerkTaskTests(bool withScript, int width)
{
    private TempFolder folder = null!;
    private RunningService service = null!;
    private Chromium chromium = null!;

    [OneTimeSetUp]
    public async Task Begin()
    {
        folder = new TempFolder();
        service = await RunningService.StartAsync(
            folder, StoppedClock.At("2025-07-31"), Persons.Cheaply, "--rules", Path.Combine(AppContext.BaseDirectory, "rules"));
        await service.KeyOf("one", [Role.Admin]);
        await service.PersonAsync("li", [Role.Corrector]);
        await service.PersonAsync("wang", [Role.Corrector]);
        chromium = await Chromium.StartAsync();
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await chromium.DisposeAsync();
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task From_a_downloaded_workbook_to_events_in_the_record_without_documentation_beside()
    {
        var file = folder.In(DownloadedTable.Name);
        await File.WriteAllBytesAsync(file, DownloadedTable.Octets);
        await using var clerk = await chromium.VisitorAsync(service, width, withScript);
        await clerk.SignInAsync("li");
        var (page, clicks) = (clerk.Page, 0);
        var watch = Stopwatch.StartNew();

        async Task Click(string what)
        {
            clicks++;
            await page.ClickAsync(what);
            await page.WaitForLoadStateAsync();
        }

        if (width < 500)
        {
            await Click("details.menu > summary");
        }

        await Click($"nav{(width < 500 ? "" : ".doors")} >> text=导入表格");
        clicks++;
        await page.SetInputFilesAsync("input[type=file]", file);
        await Click("main button:has-text('上传')");
        Assert.That(await page.InnerTextAsync("main"), Does.Contain("第 4 行 → 行政处罚"));
        await Pictures.KeepAsync(page, $"table-task-mapping-{width}");
        await Click("text=试导入全部各行");
        await page.WaitForSelectorAsync("text=试导入的结果");
        await Pictures.KeepAsync(page, $"table-task-trial-{width}");
        await Click("button:has-text('导入 3 个新事件')");
        await page.WaitForSelectorAsync("text=导入的结果");
        var seconds = watch.Elapsed.TotalSeconds;
        await Pictures.KeepAsync(page, $"table-task-kept-{width}");

        Assert.That((await service.Services.GetRequiredService<IRecordQuestions>().CountsAsync()).Events, Is.EqualTo(3));
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a:has-text('.xlsx')"));
        Assert.That(download.SuggestedFilename, Does.EndWith("-待改.xlsx"));
        Assert.That(clerk.Complaints, Is.Empty);
        TestContext.Out.WriteLine($"script {withScript}, {width} wide: {clicks} clicks, {seconds:0.0} s by a program");

        await using var wang = await chromium.VisitorAsync(service, width, withScript);
        await wang.SignInAsync("wang");
        await wang.Page.GotoAsync(new Uri(page.Url).AbsolutePath);
        await wang.Page.FillAsync("input[name=reason]", "误传");
        await wang.Page.ClickAsync("button:has-text('撤销导入')");
        await wang.Page.WaitForSelectorAsync("text=已撤销 3 个事件");
        Assert.That(wang.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_column_is_dragged_onto_what_it_is_or_chosen_from_the_list_beside()
    {
        await using var clerk = await chromium.VisitorAsync(service, width, withScript);
        await clerk.SignInAsync("li");
        var page = clerk.Page;
        await page.GotoAsync("/tables-in");
        await page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload
        {
            Name = "拖.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(
                $"统一社会信用代码,处罚决定书文号,处罚类别,处罚决定日期,违反了什么\n{Codes.Of(3)},拖1号,警告,2025-07-01,虚假宣传\n"),
        });
        await page.ClickAsync("main button:has-text('上传')");
        const string List = "tr:has-text('违法行为类型') select[data-drop]";
        if (withScript)
        {
            await page.DragAndDropAsync("[data-drag='违反了什么']", List);
        }
        else
        {
            await page.SelectOptionAsync(List, new Microsoft.Playwright.SelectOptionValue { Label = "违反了什么" });
        }

        await page.ClickAsync("button:has-text('重看前几行')");
        await page.WaitForSelectorAsync("dd:has-text('虚假宣传')");
        Assert.That(clerk.Complaints, Is.Empty);
    }
}
