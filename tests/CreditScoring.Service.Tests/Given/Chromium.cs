using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.Given;

/// <summary>The Chromium of the system, driven; one for all tests of a fixture.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright driver;
    private readonly IBrowser browser;

    private Chromium(IPlaywright driver, IBrowser browser) => (this.driver, this.browser) = (driver, browser);

    public static async Task<Chromium> StartAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
        {
            Tool.IsMissing("chromium");
            throw new InvalidOperationException("not reached");
        }

        var driver = await Playwright.CreateAsync();
        return new Chromium(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run", "--disable-gpu",
            ],
        }));
    }

    /// <summary>A visitor of its own, with its own cookies.</summary>
    /// <param name="width">Of the window; 390 is a telephone.</param>
    public async Task<Visitor> VisitorAsync(RunningService service, int width = 1280, bool withScript = true, string language = "zh")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = service.Http.BaseAddress!.ToString(), JavaScriptEnabled = withScript, AcceptDownloads = true,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 900 },
        });
        if (language != "zh")
        {
            await context.AddCookiesAsync([new Cookie
            {
                Name = "credit-language", Value = language, Url = service.Http.BaseAddress.ToString(),
            }]);
        }

        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }
}

/// <summary>Somebody at a browser, and what the browser complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
            {
                complaints.Add(said.Text);
            }
        };
        page.PageError += (_, fault) => complaints.Add(fault);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"a script ran: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals by the policy, what could not be loaded.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async Task SignInAsync(string id, string password = Given.Browser.Good)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("input[name=id]", id);
        await Page.FillAsync("input[name=password]", password);
        await Page.ClickAsync("main button.main");
        // Whoever goes on to another page before this one is there has not signed in.
        await Page.Locator("form[action='/sign-out']").WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
