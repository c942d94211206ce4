var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(
    https => https.ClientCertificateMode = ClientCertificateMode.RequireCertificate));
builder.Services.AddAuthentication().AddJwtBearer();
builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddOtlpExporter());
builder.Services.AddHttpClient("printer").AddStandardResilienceHandler();
var app = builder.Build();
app.MapPost("/tickets", Tickets.Print);
app.Run();
