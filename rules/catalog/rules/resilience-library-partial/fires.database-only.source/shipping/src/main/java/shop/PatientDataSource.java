package shop;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.retry.annotation.Retryable;

class PatientDataSource extends AbstractDataSource {
    private final DataSource delegate;

    PatientDataSource(DataSource delegate) {
        this.delegate = delegate;
    }

    @Retryable(maxAttempts = 10)
    public Connection getConnection() throws SQLException {
        return delegate.getConnection();
    }
}
