var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("prices").AddStandardResilienceHandler(options =>
{
    options.Retry.MaxRetryAttempts = 3;
    options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(3);
    options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
});
var app = builder.Build();
app.MapGet("/", () => "orders");
app.Run();
